import sharp from 'sharp';

// One thread a process: the pool has a process a core already.
sharp.concurrency(1);
sharp.cache(false);
// A drawing may name other files; its text is read as XML. Formats that sharp has no business with here are not even tried.
sharp.block({ operation: ['VipsForeignLoadSvg', 'VipsForeignLoadPdf', 'VipsForeignLoadMagick'] });

/** The library that decodes pictures, set up for files that nobody vouches for. */
export { sharp };
