// The values that a pixel covers, joined into one place on the ramp.
precision highp float;

const int MOST_COLUMNS = 5;      // texels a pixel covers
const int MOST_ROWS = 64;        // units a pixel covers
const float ROW_TEXELS = 6.0;
const float CENTER = 32768.0;    // codes: see value-codes.ts
const float STEPS = 2048.0;

uniform sampler2D tile;          // two little-endian codes a texel: the smallest and the largest value, or two segments
uniform float tileEdge;          // texels; a power of two, as the others
uniform float stride;            // texels from bucket to bucket
uniform vec2 columns;            // bucket of the tile at the first pixel, and buckets per pixel; single: segments
uniform float single;            // 1: segments one by one, two of them to a texel
uniform float columnCount;       // buckets (single: segments) from the tile's first to the last of all
uniform float lastWeight;        // how full the last of all is

uniform highp sampler2D rowTable;
uniform float rowEdge;
uniform vec2 rows;               // row at the first pixel, and rows per pixel
uniform float rowCount;

uniform sampler2D ranks;
uniform float rankEdge;
uniform float rankCells;         // cells per unit; none: 0

uniform float ends;              // which texel of a row has its ends; by hand: 0
uniform vec3 fixedEnds;          // by hand: the low end, places per value from there on, and the place of the low end
uniform float sampling;          // 0: farthest from zero, 1: smallest and largest in turn, 2: mean

uniform sampler2D ramp;          // 256 colours
uniform vec3 nanColor, highColor, lowColor;
uniform vec2 sizePx;
uniform float mirrored;          // 1: the first row of the matrix is the last segment

vec2 placeIn(float edge, float index) {
  float y = floor(index / edge);
  return (vec2(index - y * edge, y) + 0.5) / edge;
}

// Within a hundredth of whole numbers.
vec2 pairAt(sampler2D words, float edge, float index) {
  vec4 word = texture2D(words, placeIn(edge, index));
  return 255.0 * word.rb + 65280.0 * word.ga;
}

// The distance from the unit's center, in its scale.
float distanceOf(float code) {
  float magnitude = abs(code - CENTER) / STEPS;
  float whole = floor(magnitude);
  return sign(code - CENTER) * ((1.0 + magnitude - whole) * exp2(whole) - 1.0);
}

float codeOf(float distance) {
  float exponent = floor(log2(1.0 + abs(distance)));
  return CENTER + sign(distance) * STEPS * (exponent + (1.0 + abs(distance)) / exp2(exponent) - 1.0);
}

// Where a code stands between the ends.
float place(float code, vec4 row) {
  if (rankCells == 0.0) return clamp(distanceOf(code) * row.y + row.z, 0.0, 1.0);
  // Whole: a code at the beginning of a cell is not of the one before.
  float at = clamp((floor(code + 0.5) - row.y) * row.z, 0.0, rankCells - 0.001);
  float cell = floor(at);
  vec2 between = pairAt(ranks, rankEdge, row.x * rankCells + cell) / 65535.0;
  return mix(between.x, between.y, at - cell);
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
  // What ends within the last pixel is in it, however little of a bucket that is.
  if (columns.x + (pixel.x + 1.0) * columns.y > columnCount - 1.01 + lastWeight) across.y = columnCount - across.x;
  if (down.x < 0.0 || down.x >= rowCount || across.x >= columnCount) discard;
  across.x = max(across.x, 0.0);
  across.y = min(across.y, columnCount - across.x);
  down.y = min(down.y, rowCount - down.x);

  float least = 2.0, most = -1.0, peak = 0.0, reach = -1.0, total = 0.0;
  float lowest = 65536.0, highest = 0.0;
  for (int r = 0; r < MOST_ROWS; r++) {
    if (float(r) >= down.y) break;
    vec4 row = texture2D(rowTable, placeIn(rowEdge, (down.x + float(r)) * ROW_TEXELS + ends));
    if (ends == 0.0) row = vec4(row.x, row.y * fixedEnds.y, (row.z - fixedEnds.x) * fixedEnds.y + fixedEnds.z, clamp(fixedEnds.z - fixedEnds.x * fixedEnds.y, 0.0, 1.0));
    float low = 65536.0, high = 0.0, sum = 0.0, weight = 0.0;
    for (int c = 0; c < MOST_COLUMNS; c++) {
      if (float(c) >= across.y) break;
      float bucket = across.x + float(c);
      float texel = single > 0.5 ? floor(bucket * 0.5) : bucket;
      vec2 codes = pairAt(tile, tileEdge, texel * stride + row.x);
      if (single > 0.5) codes = bucket > 2.0 * texel ? codes.yy : codes.xx;
      low = min(low, min(codes.x, codes.y));
      high = max(high, max(codes.x, codes.y));
      if (sampling > 1.5) {
        float share = bucket >= columnCount - 1.0 ? lastWeight : 1.0;
        sum += share * 0.5 * (distanceOf(codes.x) + distanceOf(codes.y));
        weight += share;
      }
    }
    lowest = min(lowest, low);
    highest = max(highest, high);
    if (sampling > 1.5) {
      total += rankCells == 0.0 ? clamp(sum / weight * row.y + row.z, 0.0, 1.0) : place(codeOf(sum / weight), row);
    } else {
      float placeLow = place(low, row);
      float placeHigh = high == low ? placeLow : place(high, row);
      least = min(least, placeLow);
      most = max(most, placeHigh);
      float farther = abs(placeHigh - row.w) >= abs(placeLow - row.w) ? placeHigh : placeLow;
      if (abs(farther - row.w) > reach) {
        reach = abs(farther - row.w);
        peak = farther;
      }
    }
  }

  // What is no number is rare and worth seeing: one is enough.
  bool above = highest > 65534.5, below = lowest < 1.5;
  if (lowest < 0.5 || (sampling > 1.5 && above && below)) gl_FragColor = vec4(nanColor, 1.0);
  else if (above && (!below || checker > 0.5)) gl_FragColor = vec4(highColor, 1.0);
  else if (below) gl_FragColor = vec4(lowColor, 1.0);
  else {
    float at = sampling < 0.5 ? peak : sampling < 1.5 ? (checker > 0.5 ? most : least) : total / down.y;
    gl_FragColor = texture2D(ramp, vec2((floor(at * 255.0 + 0.5) + 0.5) / 256.0, 0.5));
  }
}
