/** Registers `<fv-dependency-tree>`. */
import '../components/dependency-tree/define';
