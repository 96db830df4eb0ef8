export { NoiseAudit, type AuditEvidence, type AuditRule, type Findings } from './noise-audit';
