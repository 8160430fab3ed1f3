export const thousandths = (share: number): number => Math.round(share * 1000) / 1000;
