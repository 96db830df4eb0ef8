/** Registers every `fv-*` element. */
import './define/activation-compare';
import './define/activation-heatmap';
import './define/activation-text';
import './define/attention';
import './define/attribution-table';
import './define/dependency-tree';
import './define/embedding-map';
import './define/entity-text';
import './define/map-compare';
import './define/training-curves';
import './define/learning-rate';
import './define/weight-traces';
