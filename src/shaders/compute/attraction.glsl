// Two points a texel: the attractive force of each one's row of P, four edges at a time.
vec2 forceOn(int point) {
  if (point >= uPoints) return vec2(0.0);
  vec2 here = positionsPair(point);
  int start = rowOffsetsInteger(point);
  int end = rowOffsetsInteger(point + 1);
  vec2 force = vec2(0.0);
  for (int texel = start >> 2; 4 * texel < end; texel++) {
    ivec4 edge = 4 * texel + ivec4(0, 1, 2, 3);
    vec4 mask = vec4(greaterThanEqual(edge, ivec4(start))) * vec4(lessThan(edge, ivec4(end)));
    ivec4 j = ivec4(columnsTexel(texel));
    vec2 a = here - positionsPair(j.x);
    vec2 b = here - positionsPair(j.y);
    vec2 c = here - positionsPair(j.z);
    vec2 d = here - positionsPair(j.w);
    vec4 dx = vec4(a.x, b.x, c.x, d.x);
    vec4 dy = vec4(a.y, b.y, c.y, d.y);
    vec4 pull = mask * weightsTexel(texel) / (1.0 + dx * dx + dy * dy);
    force += vec2(dot(pull, dx), dot(pull, dy));
  }
  return force;
}

void main() {
  int point = 2 * outputTexel();
  setOutput(vec4(forceOn(point), forceOn(point + 1)));
}
