/** Names of sources that the product itself adds to, as readers see them; kept in the language of the data. */
export function useInferredSource(source: string): string {
  return `${source}（用途按所在居住用地推定）`
}

/** Residents that were not counted but worked out by the catalogue's rules. */
export function residentsEstimatedSource(catalogueVersion: string): string {
  return `按建筑面积估算（${catalogueVersion}）`
}
