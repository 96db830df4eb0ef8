// One pass of Stockham's mixed-radix transform, as a gather: two neighbours along x a texel, each the sum of `uRadix` turned samples.
vec2 multiply(vec2 a, vec2 b) {
  return vec2(a.x * b.x - a.y * b.y, a.x * b.y + a.y * b.x);
}

vec2 twiddle(int turn) {
  return pairAt(twiddles, turn) * vec2(1.0, uDirection);
}

vec2 sampleAt(int element) {
  return uRealInput == 1 ? vec2(elementAt(grid, element), 0.0) : pairAt(grid, element);
}

// Elements `element` (even) and `element + 1`.
vec4 samplesAt(int element) {
  vec4 texel = texelAt(grid, uRealInput == 1 ? element >> 2 : element >> 1);
  if (uRealInput == 0) return texel;
  vec2 real = (element & 2) == 0 ? texel.xy : texel.zw;
  return vec4(real.x, 0.0, real.y, 0.0);
}

bool isRead(int at) {
  return at >= uFirstSample && at < uFirstSample + uSamples;
}

// Result `index` of a line takes samples `first` + s · size / radix, the s-th turned by s · turn.
void plan(int index, out int first, out int turn) {
  int groups = uSize / (uRadix * uDone);
  int group = index / (uDone * uRadix);
  int rest = index - group * uDone * uRadix;
  first = rest % uDone + uDone * group;
  turn = rest * groups;
}

vec2 alongX(int row, int index) {
  int first;
  int turn;
  plan(index, first, turn);
  vec2 sum = vec2(0.0);
  for (int s = 0; s < uRadix; s++) {
    int at = first + s * (uSize / uRadix);
    if (isRead(at)) sum += multiply(sampleAt(row * uSize + at), twiddle((s * turn) % uSize));
  }
  return sum;
}

void main() {
  int element = 2 * outputTexel();
  int row = element / uSize;
  int column = element - row * uSize;
  int line = uAxis == 1 ? row : column;
  if (line + (1 - uAxis) < uFirstLine || line >= uFirstLine + uLines) {
    setOutput(vec4(0.0));
    return;
  }
  if (uAxis == 1) {
    setOutput(vec4(alongX(row, column), alongX(row, column + 1)));
    return;
  }
  int first;
  int turn;
  plan(row, first, turn);
  vec4 sum = vec4(0.0);
  for (int s = 0; s < uRadix; s++) {
    int at = first + s * (uSize / uRadix);
    if (!isRead(at)) continue;
    vec4 pair = samplesAt(at * uSize + column);
    vec2 w = twiddle((s * turn) % uSize);
    sum += vec4(multiply(pair.xy, w), multiply(pair.zw, w));
  }
  setOutput(sum);
}
