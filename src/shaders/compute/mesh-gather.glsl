// Two points a texel. A row of four nodes lies in three texels of two: the weights shift where it starts amid one.
vec2 fieldAt(int point) {
  if (point >= uPoints) return vec2(0.0);
  vec2 u = gridCoordinate(positionsPair(point));
  vec2 corner = floor(u);
  vec4 wx = splineWeights(u.x - corner.x);
  vec4 wy = splineWeights(u.y - corner.y);
  int first = (int(corner.y) - 1) * uGridSize + int(corner.x) - 1;
  bool odd = (first & 1) == 1;
  vec2 w0 = odd ? vec2(0.0, wx.x) : wx.xy;
  vec2 w1 = odd ? wx.yz : wx.zw;
  vec2 w2 = odd ? vec2(wx.w, 0.0) : vec2(0.0);
  vec2 sum = vec2(0.0);
  for (int b = 0; b < 4; b++) {
    int texel = (first + b * uGridSize) >> 1;
    vec4 f0 = fieldTexel(texel);
    vec4 f1 = fieldTexel(texel + 1);
    vec4 f2 = fieldTexel(texel + 2);
    sum += wy[b] * (w0.x * f0.xy + w0.y * f0.zw + w1.x * f1.xy + w1.y * f1.zw + w2.x * f2.xy + w2.y * f2.zw);
  }
  return sum;
}

void main() {
  int point = 2 * outputTexel();
  setOutput(vec4(fieldAt(point), fieldAt(point + 1)));
}
