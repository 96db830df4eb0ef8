/** Registers `<fv-map-compare>`, and `<fv-embedding-map>`, of which it holds two. */
import '../components/map-compare/define';
