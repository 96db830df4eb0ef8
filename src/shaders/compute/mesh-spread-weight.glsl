// Fragment shader of `mesh-spread`: the weight of one of the 16 nodes, added by blending.
flat in ivec2 firstNode;
flat in vec4 weightsX;
flat in vec4 weightsY;
out float weight;

void main() {
  ivec2 node = ivec2(gl_FragCoord.xy) - firstNode;
  weight = weightsX[node.x & 3] * weightsY[node.y & 3];
}
