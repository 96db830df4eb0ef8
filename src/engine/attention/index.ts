export { headValues, meanOfHeads, resolveAttention, type AttentionData, type Head, type ResolvedAttention } from './attention-data';
export { attentionLinks, strongestPartners, type AttentionLinks, type Partner } from './attention-links';
export { HEAD_ORDERS, headStatistics, orderHeads, SUM_TOLERANCE, type HeadOrder, type HeadStatistics } from './head-statistics';
export { meanImage, type AxisStretch } from './mean-image';
