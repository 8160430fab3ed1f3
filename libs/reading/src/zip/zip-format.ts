/** Records of a ZIP file: their signatures, and their bytes without fields of variable length (APPNOTE.TXT 4.3). */
export const LOCAL_HEADER = { signature: 0x04034b50, bytes: 30 } as const;
export const FILE_HEADER = { signature: 0x02014b50, bytes: 46 } as const;
export const END_RECORD = { signature: 0x06054b50, bytes: 22 } as const;
export const ZIP64_LOCATOR = { signature: 0x07064b50, bytes: 20 } as const;
export const ZIP64_END = { signature: 0x06064b50, bytes: 56 } as const;

/** APPNOTE.TXT 4.5.3 */
export const EXTRA_ZIP64 = 0x0001;

/** Compression methods (APPNOTE.TXT 4.4.5). */
export const STORED = 0;
export const DEFLATED = 8;

/** General purpose bits (APPNOTE.TXT 4.4.4): encrypted; sizes stand behind the data; encrypted strongly; so is the directory. */
export const ENCRYPTED = 0x0001;
export const SIZES_FOLLOW = 0x0008;
export const STRONGLY_ENCRYPTED = 0x0040;
export const HEADERS_HIDDEN = 0x2000;
