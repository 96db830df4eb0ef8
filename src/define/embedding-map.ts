/** Registers `<fv-embedding-map>`. */
import '../components/embedding-map/define';
