/** A fault of whoever sends, not of the folder; what it was is the `cause`. */
export class SourceFault extends Error {}
