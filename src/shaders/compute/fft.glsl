// One pass of Stockham's mixed-radix transform as a gather: a texel is two neighbours along x, each the sum of
// `uRadix` turned samples. Sizes are multiples of 8 and the first radix is 4, so neighbours never part.

// a / b for 0 ≤ a < 2^24: a GPU divides integers slowly.
int quotient(int a, int b) {
  int q = int(float(a) / float(b));
  int rest = a - q * b;
  return rest < 0 ? q - 1 : rest >= b ? q + 1 : q;
}

vec2 multiply(vec2 a, vec2 b) {
  return vec2(a.x * b.x - a.y * b.y, a.x * b.y + a.y * b.x);
}

vec2 twiddle(int turn) {
  return twiddlesPair(turn) * vec2(1.0, uDirection);
}

vec2 sampleAt(int element) {
  return uRealInput == 1 ? vec2(gridElement(element), 0.0) : gridPair(element);
}

// Elements `element` (even) and `element + 1`.
vec4 samplesAt(int element) {
  if (uRealInput == 0) return gridTexel(element >> 1);
  vec4 texel = gridTexel(element >> 2);
  vec2 real = (element & 2) == 0 ? texel.xy : texel.zw;
  return vec4(real.x, 0.0, real.y, 0.0);
}

void main() {
  int element = 2 * outputTexel();
  int row = quotient(element, uSize);
  int column = element - row * uSize;
  bool alongX = uAxis == 1;
  int line = alongX ? row : column;
  if (line + (alongX ? 0 : 1) < uFirstLine || line >= uFirstLine + uLines) {
    setOutput(vec4(0.0));
    return;
  }

  // Result `index` of a line takes samples first + s · size / radix, each turned by `turn` once more than the last.
  int index = alongX ? column : row;
  int span = uDone * uRadix;
  int group = quotient(index, span);
  int rest = index - group * span;
  int first = rest - uDone * quotient(rest, uDone) + uDone * group;
  int turn = rest * uGroups;
  vec2 turnA = twiddle(turn);
  vec2 turnB = alongX ? twiddle(turn + uGroups) : turnA;
  vec2 a = vec2(1.0, 0.0);
  vec2 b = a;
  vec4 sum = vec4(0.0);
  for (int s = 0; s < uRadix; s++) {
    int at = first + s * uDone * uGroups;
    if (at >= uFirstSample && at < uFirstSample + uSamples) {
      // In the first pass along x both results are of the same samples.
      vec4 samples = !alongX ? samplesAt(at * uSize + column)
        : uDone == 1 ? sampleAt(row * uSize + at).xyxy
        : samplesAt(row * uSize + at);
      sum += vec4(multiply(samples.xy, a), multiply(samples.zw, b));
    }
    a = multiply(a, turnA);
    b = multiply(b, turnB);
  }
  setOutput(sum);
}
