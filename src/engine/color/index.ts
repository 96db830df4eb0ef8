export { contrast, luminance, textColorOn } from './contrast';
export { hexColor, rampGradient } from './css';
export { isDiverging, RAMP_NAMES, rampColor, type RampName } from './ramps';
export { mixColors, parseColor, type Rgb } from './rgb';
