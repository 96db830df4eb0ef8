// One pass of Stockham's mixed-radix transform, one butterfly a thread, from one buffer to another: a barrier costs
// a software adapter far more than memory does. The adapter prepends `radix`, and `sampleAt` for real or complex input.
fn multiply(a: vec2<f32>, b: vec2<f32>) -> vec2<f32> {
  return vec2<f32>(a.x * b.x - a.y * b.y, a.x * b.y + a.y * b.x);
}

// Forward: a · (−i), inverse: a · i.
fn quarterTurn(a: vec2<f32>) -> vec2<f32> {
  return vec2<f32>(a.y, -a.x) * uniforms.direction;
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
    line = index / butterflies;
    butterfly = index - line * butterflies;
    lineStride = uniforms.size;
  } else {
    butterfly = index / uniforms.lines;
    line = index - butterfly * uniforms.lines;
    sampleStride = uniforms.size;
  }
  let base = (uniforms.firstLine + line) * lineStride;
  let group = butterfly / uniforms.done;
  let k = butterfly - group * uniforms.done;
  let turn = k * (butterflies / uniforms.done);

  var x: array<vec2<f32>, 5>;
  for (var s = 0; s < radix; s++) {
    let at = butterfly + butterflies * s;
    var value = vec2<f32>(0.0);
    if (at >= uniforms.firstSample && at < uniforms.firstSample + uniforms.samples) {
      value = multiply(sampleAt(base + at * sampleStride), twiddles[s * turn] * vec2<f32>(1.0, uniforms.direction));
    }
    x[s] = value;
  }

  var y: array<vec2<f32>, 5>;
  if (radix == 2) {
    y[0] = x[0] + x[1];
    y[1] = x[0] - x[1];
  } else if (radix == 3) {
    let sum = x[1] + x[2];
    let middle = x[0] - 0.5 * sum;
    let side = quarterTurn(0.8660254037844386 * (x[1] - x[2]));
    y[0] = x[0] + sum;
    y[1] = middle + side;
    y[2] = middle - side;
  } else if (radix == 4) {
    let even = x[0] + x[2];
    let odd = x[1] + x[3];
    let middle = x[0] - x[2];
    let side = quarterTurn(x[1] - x[3]);
    y[0] = even + odd;
    y[1] = middle + side;
    y[2] = even - odd;
    y[3] = middle - side;
  } else {
    let sum1 = x[1] + x[4];
    let sum2 = x[2] + x[3];
    let difference1 = x[1] - x[4];
    let difference2 = x[2] - x[3];
    let middle1 = x[0] + 0.30901699437494745 * sum1 - 0.8090169943749475 * sum2;
    let middle2 = x[0] - 0.8090169943749475 * sum1 + 0.30901699437494745 * sum2;
    let side1 = quarterTurn(0.9510565162951535 * difference1 + 0.5877852522924731 * difference2);
    let side2 = quarterTurn(0.5877852522924731 * difference1 - 0.9510565162951535 * difference2);
    y[0] = x[0] + sum1 + sum2;
    y[1] = middle1 + side1;
    y[2] = middle2 + side2;
    y[3] = middle2 - side2;
    y[4] = middle1 - side1;
  }
  let to = k + uniforms.done * radix * group;
  for (var r = 0; r < radix; r++) { result[base + (to + uniforms.done * r) * sampleStride] = y[r]; }
}
