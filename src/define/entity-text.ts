/** Registers `<fv-entity-text>`. */
import '../components/entity-text/define';
