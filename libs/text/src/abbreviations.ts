/** Folded words before a point that does not end a sentence, of ten languages together: titles, company forms, counts. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `mr mrs ms dr prof rev hon st jr sr sgt capt lt col gen gov sen rep pres messrs mme mlle mm me
  inc ltd co corp llc plc bros dept est dist assn univ pty pvt bhd sdn gmbh
  no nos nr num vol ed eds pp pg p fig figs sec ch art arts par para cl app ex approx ca cf vs viz etc al ie eg i.e e.g
  a.m p.m u.s u.k u.n ph.d b.a m.a d.c n.y l.a
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
  tel fax ext attn ave blvd rd hwy apt ste bldg mt ft
  hr fr frl herrn dipl ing med jur phil str tel z.b d.h u.a u.u usw bzw ggf evtl inkl zzgl abs nr bd hrsg vgl ca sog o.g
  z.t i.d.r m.e geb gest jh jhd mio mrd tsd std min sek art ust mwst
  av bd boul cie ste p.ex env resp c.-a-d s.a s.a.r.l sté chap ex art janv fevr avr juil dec
  sra srta srs d dna lic ing arq avda pza c.p s.l s.a ej pag pags tfno ud uds vd vds ee.uu p.ej aprox
  sig sigg dott dott.ssa ing avv arch on rag geom spett egr gent pag p.es s.p.a s.r.l tel c.so p.zza v.le
  exmo exma sr. dra eng av r n.o pag ltda s.a p.ex tel
  dhr mw mevr ir drs mr bv nv blz bijv d.w.z o.a m.b.t i.v.m enz nl t.a.v e.d st
  hr fru tel kr bl.a t.ex m.m osv f.eks ca nr jfr str
  ul al nr np itd itp m.in tj prof mgr inz dr pl tzn tel godz wg`
    .trim()
    .split(/\s+/),
);
