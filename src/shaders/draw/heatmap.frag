// The values that a pixel covers, joined into one place on the ramp.
precision highp float;

const int MOST_COLUMNS = 9;  // buckets a pixel covers
const int MOST_ROWS = 64;    // units a pixel covers
const float INFINITE = 3.4028e38;

uniform sampler2D tile;      // values by their bits, a little-endian word per texel
uniform float tileEdge;      // texels; a power of two, as the others
uniform float stride;        // words from bucket to bucket
uniform float second;        // words from the smallest to the largest value; none: 0
uniform vec2 columns;        // bucket of the tile at the first pixel, and buckets per pixel
uniform float bucketCount;   // buckets from the tile's first to the last of all
uniform float lastWeight;    // how full the last of all is

uniform sampler2D rowTable;  // eight words per row
uniform float rowEdge;
uniform vec2 rows;           // row at the first pixel, and rows per pixel
uniform float rowCount;

uniform sampler2D knots;     // quantiles of the units
uniform float knotEdge;
uniform float knotSteps;     // none: 0

uniform float ends;          // which word of a row is its low end, the high end next to it; none: 0
uniform vec2 fixedEnds;      // the ends where rows have none
uniform float symmetric;     // 1: ends at the same distance from zero
uniform float sampling;      // 0: farthest from zero, 1: smallest and largest in turn, 2: mean

uniform sampler2D ramp;      // 256 colours
uniform vec3 nanColor, highColor, lowColor;
uniform vec2 sizePx;
uniform float mirrored;      // 1: the first row of the matrix is the last segment

bool anyNan = false;

vec4 wordAt(sampler2D words, float edge, float index) {
  float y = floor(index / edge);
  return floor(texture2D(words, (vec2(index - y * edge, y) + 0.5) / edge) * 255.0 + 0.5);
}

// IEEE 754 by its parts: comparisons with NaN are undefined in GLSL, and float textures are not everywhere.
float number(vec4 word) {
  float exponent = mod(word.a, 128.0) * 2.0 + step(128.0, word.b);
  float mantissa = mod(word.b, 128.0) * 65536.0 + word.g * 256.0 + word.r;
  float sign = word.a < 128.0 ? 1.0 : -1.0;
  if (exponent == 255.0) {
    if (mantissa > 0.0) anyNan = true;
    return sign * INFINITE;
  }
  if (exponent == 0.0) return sign * mantissa * exp2(-126.0) / 8388608.0;
  return sign * (1.0 + mantissa / 8388608.0) * exp2(exponent - 127.0);
}

float place(float value, vec2 between) {
  float span = between.y * 0.5 - between.x * 0.5;
  return span > 0.0 ? clamp((value * 0.5 - between.x * 0.5) / span, 0.0, 1.0) : 0.5;
}

float knotAt(float unit, float k) {
  return number(wordAt(knots, knotEdge, unit * (knotSteps + 1.0) + k));
}

// The last knot below the value, or, with orEqual, not above it; none: -1.
float lastKnot(float unit, float value, bool orEqual) {
  float low = -1.0, high = knotSteps;
  for (int i = 0; i < 9; i++) {
    if (low >= high) break;
    float middle = floor((low + high + 1.0) * 0.5);
    float knot = knotAt(unit, middle);
    if (knot < value || (orEqual && knot == value)) low = middle;
    else high = middle - 1.0;
  }
  return low;
}

float rankPlace(float unit, float value) {
  float upTo = lastKnot(unit, value, true);
  if (upTo < 0.0) return 0.0;
  float low = knotAt(unit, upTo);
  if (low == value) return (lastKnot(unit, value, false) + 1.0 + upTo) * 0.5 / knotSteps;
  if (upTo >= knotSteps) return 1.0;
  return (upTo + (value - low) / (knotAt(unit, upTo + 1.0) - low)) / knotSteps;
}

// The first of what a pixel covers, and how many: all pixels together cover each once; where there is less than one to a pixel, the one in its middle.
vec2 covered(vec2 line, float pixel) {
  float from = line.x + pixel * line.y;
  if (line.y < 1.0) return vec2(floor(from + 0.5 * line.y), 1.0);
  float first = floor(from + 0.5);
  return vec2(first, floor(line.x + (pixel + 1.0) * line.y + 0.5) - first);
}

void main() {
  vec2 pixel = floor(gl_FragCoord.xy);
  pixel.y = sizePx.y - 1.0 - pixel.y;
  float checker = mod(pixel.x + pixel.y, 2.0);
  if (mirrored > 0.5) pixel.x = sizePx.x - 1.0 - pixel.x;
  vec2 across = covered(columns, pixel.x);
  vec2 down = covered(rows, pixel.y);
  if (down.x < 0.0 || down.x >= rowCount || across.x >= bucketCount) discard;
  across.x = max(across.x, 0.0);
  across.y = min(across.y, bucketCount - across.x);
  down.y = min(down.y, rowCount - down.x);

  float least = 2.0, most = -1.0, peak = 0.0, reach = -1.0, total = 0.0;
  bool above = false, below = false;
  for (int r = 0; r < MOST_ROWS; r++) {
    if (float(r) >= down.y) break;
    float row = 8.0 * (down.x + float(r));
    float unit = floor(number(wordAt(rowTable, rowEdge, row)) + 0.5);
    float low = INFINITE, high = -INFINITE, sum = 0.0, weight = 0.0;
    for (int c = 0; c < MOST_COLUMNS; c++) {
      if (float(c) >= across.y) break;
      float bucket = across.x + float(c);
      float word = bucket * stride + unit;
      float value = number(wordAt(tile, tileEdge, word));
      low = min(low, value);
      high = max(high, second > 0.0 ? number(wordAt(tile, tileEdge, word + second)) : value);
      float share = bucket >= bucketCount - 1.0 ? lastWeight : 1.0;
      sum += share * value;
      weight += share;
    }
    if (low <= -INFINITE) below = true;
    if (high >= INFINITE) above = true;
    float mean = sampling > 1.5 ? sum / weight : 0.0;
    float placeLow, placeHigh, placeMean, placeZero;
    vec2 between = ends > 0.0
      ? vec2(number(wordAt(rowTable, rowEdge, row + ends)), number(wordAt(rowTable, rowEdge, row + ends + 1.0)))
      : fixedEnds;
    if (knotSteps > 0.0 && between.y > between.x) {
      placeLow = rankPlace(unit, low);
      placeHigh = high == low ? placeLow : rankPlace(unit, high);
      placeMean = sampling > 1.5 ? rankPlace(unit, mean) : 0.0;
      placeZero = number(wordAt(rowTable, rowEdge, row + 7.0));
    } else {
      if (symmetric > 0.5) between = max(abs(between.x), abs(between.y)) * vec2(-1.0, 1.0);
      placeLow = place(low, between);
      placeHigh = place(high, between);
      placeMean = place(mean, between);
      placeZero = place(0.0, between);
    }
    least = min(least, placeLow);
    most = max(most, placeHigh);
    total += placeMean;
    float farther = abs(placeHigh - placeZero) >= abs(placeLow - placeZero) ? placeHigh : placeLow;
    if (abs(farther - placeZero) > reach) {
      reach = abs(farther - placeZero);
      peak = farther;
    }
  }

  // What is no number is rare and worth seeing: one is enough.
  if (anyNan || (sampling > 1.5 && above && below)) gl_FragColor = vec4(nanColor, 1.0);
  else if (above && (!below || checker > 0.5)) gl_FragColor = vec4(highColor, 1.0);
  else if (below) gl_FragColor = vec4(lowColor, 1.0);
  else {
    float at = sampling < 0.5 ? peak : sampling < 1.5 ? (checker > 0.5 ? most : least) : total / down.y;
    gl_FragColor = texture2D(ramp, vec2((floor(at * 255.0 + 0.5) + 0.5) / 256.0, 0.5));
  }
}
