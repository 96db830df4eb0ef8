import { describe, expect, it } from 'vitest';
import { isSoftwareName } from '../../src/engine/software-adapter';

describe('software renderers are known by name', () => {
  it.each([
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    'llvmpipe (LLVM 15.0.6, 256 bits)', 'Mesa, softpipe', 'Apple Software Renderer',
    'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0)', 'lavapipe', 'D3D12 WARP',
  ])('%s', (name) => {
    expect(isSoftwareName(name)).toBe(true);
  });

  it.each(['ANGLE (Intel, Mesa Intel(R) UHD Graphics 620)', 'NVIDIA GeForce RTX 3060', 'Apple M2', '', undefined, null])('not %s', (name) => {
    expect(isSoftwareName(name)).toBe(false);
  });
});
