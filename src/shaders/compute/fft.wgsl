// One pass of Stockham's mixed-radix transform, one butterfly a thread, from one buffer to another: a barrier costs
// a software adapter far more than memory does. The adapter prepends `radix`, and `sampleAt` for real or complex input.

// a / b for 0 ≤ a < 2^24: a GPU divides integers slowly.
fn quotient(a: i32, b: i32) -> i32 {
  let q = i32(f32(a) / f32(b));
  let rest = a - q * b;
  return select(select(q, q + 1, rest >= b), q - 1, rest < 0);
}

fn multiply(a: vec2<f32>, b: vec2<f32>) -> vec2<f32> {
  return vec2<f32>(a.x * b.x - a.y * b.y, a.x * b.y + a.y * b.x);
}

// Forward: a · (−i), inverse: a · i.
fn quarterTurn(a: vec2<f32>) -> vec2<f32> {
  return vec2<f32>(a.y, -a.x) * uniforms.direction;
}

fn sampleOrZero(base: i32, at: i32, stride: i32) -> vec2<f32> {
  if (at < uniforms.firstSample || at >= uniforms.firstSample + uniforms.samples) { return vec2<f32>(0.0); }
  return sampleAt(base + at * stride);
}

fn main(index: i32) {
  let butterflies = uniforms.size / radix;
  if (index >= butterflies * uniforms.lines) { return; }
  // Neighbouring threads take neighbours in memory, along the line or across it.
  var line: i32;
  var butterfly: i32;
  var lineStride = 1;
  var sampleStride = 1;
  if (uniforms.axis == 1) {
    line = quotient(index, butterflies);
    butterfly = index - line * butterflies;
    lineStride = uniforms.size;
  } else {
    butterfly = quotient(index, uniforms.lines);
    line = index - butterfly * uniforms.lines;
    sampleStride = uniforms.size;
  }
  let base = (uniforms.firstLine + line) * lineStride;
  let group = quotient(butterfly, uniforms.done);
  let k = butterfly - group * uniforms.done;
  let turn = k * uniforms.groups;

  // The turns of the samples are powers of the first one. Plain variables: an indexed array would live in memory.
  let w1 = twiddles[turn] * vec2<f32>(1.0, uniforms.direction);
  let to = base + (k + uniforms.done * radix * group) * sampleStride;
  let stride = uniforms.done * sampleStride;
  let x0 = sampleOrZero(base, butterfly, sampleStride);
  let x1 = multiply(sampleOrZero(base, butterfly + butterflies, sampleStride), w1);
  if (radix == 2) {
    result[to] = x0 + x1;
    result[to + stride] = x0 - x1;
    return;
  }
  let w2 = multiply(w1, w1);
  let x2 = multiply(sampleOrZero(base, butterfly + 2 * butterflies, sampleStride), w2);
  if (radix == 3) {
    let sum = x1 + x2;
    let middle = x0 - 0.5 * sum;
    let side = quarterTurn(0.8660254037844386 * (x1 - x2));
    result[to] = x0 + sum;
    result[to + stride] = middle + side;
    result[to + 2 * stride] = middle - side;
    return;
  }
  let x3 = multiply(sampleOrZero(base, butterfly + 3 * butterflies, sampleStride), multiply(w2, w1));
  if (radix == 4) {
    let even = x0 + x2;
    let odd = x1 + x3;
    let middle = x0 - x2;
    let side = quarterTurn(x1 - x3);
    result[to] = even + odd;
    result[to + stride] = middle + side;
    result[to + 2 * stride] = even - odd;
    result[to + 3 * stride] = middle - side;
    return;
  }
  let x4 = multiply(sampleOrZero(base, butterfly + 4 * butterflies, sampleStride), multiply(w2, w2));
  let sum1 = x1 + x4;
  let sum2 = x2 + x3;
  let difference1 = x1 - x4;
  let difference2 = x2 - x3;
  let middle1 = x0 + 0.30901699437494745 * sum1 - 0.8090169943749475 * sum2;
  let middle2 = x0 - 0.8090169943749475 * sum1 + 0.30901699437494745 * sum2;
  let side1 = quarterTurn(0.9510565162951535 * difference1 + 0.5877852522924731 * difference2);
  let side2 = quarterTurn(0.5877852522924731 * difference1 - 0.9510565162951535 * difference2);
  result[to] = x0 + sum1 + sum2;
  result[to + stride] = middle1 + side1;
  result[to + 2 * stride] = middle2 + side2;
  result[to + 3 * stride] = middle2 - side2;
  result[to + 4 * stride] = middle1 - side1;
}
