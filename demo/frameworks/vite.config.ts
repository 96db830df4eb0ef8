import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import react from '@vitejs/plugin-react';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What the pages are served with; each works without eval, inline scripts, inline styles and WebAssembly. */
export const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self'; connect-src 'self'";

/** Small pages of other people's frameworks, which take the built package by its name: run `npm run build` first. */
export default defineConfig({
  root: path('.'),
  base: './',
  plugins: [
    react(),
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('fv-') } } }),
    svelte({ configFile: false }),
  ],
  build: {
    outDir: path('../../.cache/frameworks'),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { input: ['plain', 'react', 'vue', 'svelte', 'csp'].map((name) => path(`${name}/index.html`)) },
  },
  preview: { headers: { 'Content-Security-Policy': POLICY } },
});
