/** Registers every `fv-*` element. */
import './define/activation-heatmap';
import './define/activation-text';
import './define/attribution-table';
import './define/embedding-map';
import './define/map-compare';
import './define/training-curves';
import './define/learning-rate';
import './define/weight-traces';
