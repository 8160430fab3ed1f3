import type { CellMerge, RowShape } from '../flow/row-shape.js';

/** The shape of a table's row as `\trowd` and what follows it tell ("Table definitions"). */
export class RtfRow {
  private left = 0;
  private edges: number[] = [];
  private merges: (CellMerge | undefined)[] = [];
  private merge: CellMerge | undefined;
  private isHeader = false;

  /** True where the control word was about rows. */
  control(word: string, parameter: number | null): boolean {
    switch (word) {
      case 'trowd':
        this.reset();
        return true;
      case 'trhdr':
        this.isHeader = true;
        return true;
      case 'trleft':
        this.left = parameter ?? 0;
        return true;
      case 'clmrg':
        this.merge = 'left';
        return true;
      case 'clvmrg':
        this.merge = 'up';
        return true;
      case 'cellx':
        this.edges.push(parameter ?? 0);
        this.merges.push(this.merge);
        this.merge = undefined;
        return true;
      default:
        return false;
    }
  }

  /** Null where no row has been defined. */
  shape(): RowShape | null {
    const { left, edges, merges, isHeader } = this;
    return edges.length === 0 ? null : { edges: [left, ...edges], merges: [...merges], isHeader };
  }

  private reset(): void {
    this.left = 0;
    this.edges = [];
    this.merges = [];
    this.merge = undefined;
    this.isHeader = false;
  }
}
