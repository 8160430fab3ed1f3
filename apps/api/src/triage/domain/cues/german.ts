import type { CueSheet } from './cue-sheet.js';

export const GERMAN: CueSheet = {
  language: 'de',
  categories: {
    billing: {
      strong: `
        Rechnung*, Abrechnung*, Gutschrift*, (doppelt|zweimal) (abgebucht|berechnet|belastet|bezahlt), Lastschrift*,
        Mahnung*, Zahlungserinnerung*, offene* (Betrag|Posten|Rechnung), Zahlungseingang*, Mehrwertsteuer,
        Kontoauszug, Fehlbuchung, Zahlung .. fehlgeschlagen, Zahlungsproblem*, Zahlungsmethode*, Gebuhren`,
      weak: `
        Zahlung*, bezahl*, Betrag, Betrage, Uberweisung*, Preis*, Kosten, Quittung*, abgebucht, Erstattung*,
        Abonnement*, Kreditkarte*, IBAN, Faktur*`,
    },
    technical_support: {
      strong: `
        Fehlermeldung*, (funktioniert|funktionieren|geht|lauft) .. nicht [mehr], absturz*, sturzt .. ab, abgesturzt,
        technisch* (Problem*|Storung*|Schwierigkeit*|Unterstutzung|Support), Serverausfall, Systemausfall, Storung*,
        Ausfall, Ausfalle, Fehlfunktion*, startet nicht, ladt nicht, Verbindungsproblem*, Verbindungsabbruch*,
        Fehlerbehebung, Kompatibilitat*, Softwareproblem*, Bug, Bugs, Inkompatibilitat*`,
      weak: `
        Fehler, Software*, Hardware*, Server*, Netzwerk*, Drucker*, Laptop*, Gerat, Gerate*, Datenbank*, App,
        Anwendung*, Update*, Version*, Konfigur*, installier*, Installation*, Browser*, VPN, WLAN, Treiber, Backup*,
        System, Systeme, Systems, Plattform*, Schnittstelle*, API, Plugin*, Cache, Neustart*, integrier*, Integration*`,
    },
    sales: {
      strong: `
        Angebot .. (anfordern|erstellen|unterbreiten|senden|zukommen), Angebotsanfrage, Kostenvoranschlag,
        Preisliste*, Preisanfrage, Testversion, kostenlos* Demo, Produktvorfuhrung, Mengenrabatt, Vertriebsteam,
        Interesse an (Ihren|Ihrem|Ihrer), Kaufinteresse, Handler werden, Preisgestaltung, Preismodell*`,
      weak: `
        Angebot*, Rabatt*, Katalog*, Lizenz*, kaufen, Kauf, Demo, Produktinformation*, Interesse, Broschure*,
        Funktionen, Tarif*`,
    },
    complaint: {
      strong: `
        Beschwerde*, beschwer*, Reklamation*, reklamier*, unzumutbar, inakzeptabel, nicht akzeptabel, unzufrieden*,
        enttausch*, (schlechte*|miserable*|mangelhafte*|katastrophale*) (Service|Qualitat|Kundenservice|Erfahrung),
        Frechheit, Unverschamtheit, Schadenersatz, Entschadigung, nie wieder, Verbraucherzentrale`,
      weak: `verargert, argerlich, schlecht*, frustrier*, unfreundlich, unverschamt, Zumutung, Argernis`,
    },
    cancellation: {
      strong: `
        kundig*, Kundigung*, storn*, Vertrag .. beenden, Abo .. beenden, Widerruf*, Vertragsende, Widerrufsrecht,
        nicht verlanger*, Mitgliedschaft .. beenden`,
      weak: `beenden, Laufzeit, Verlangerung, Kundigungsfrist, abbestell*, Rucktritt`,
    },
    order: {
      strong: `
        (meine|unsere|meiner|unserer) Bestellung*, Bestellnummer*, Bestellbestatigung*, Auftragsnummer*,
        Auftragsbestatigung*, neue Bestellung, Bestellstatus, bestellen wir, bestelle ich`,
      weak: `Bestellung*, bestell*, Auftrag*, Artikel*, Menge, Stuckzahl, verfugbar, lieferbar, Lager`,
    },
    delivery: {
      strong: `
        Lieferung .. (verspatet|fehlt|beschadigt|angekommen|erhalten|unvollstandig),
        nicht (angekommen|geliefert|zugestellt), Sendungsnummer*, Sendungsverfolgung*, Lieferstatus, Liefertermin*,
        Lieferzeit*, Lieferverzug, Lieferverzogerung*, wo bleibt (meine|mein|die),
        Paket .. (verloren|angekommen|beschadigt|weg), Zustellung*, Lieferadresse`,
      weak: `Lieferung*, liefer*, Versand*, Paket*, Sendung*, Spediti*, Zoll, zugestellt, versendet, verschickt`,
    },
    returns: {
      strong: `
        Ruckgabe*, Rucksend*, Retoure*, zuruck (senden|schicken|geben), zuruckschicken, zurucksenden, zuruckgeben,
        umtausch*, Geld zuruck, Ruckerstattung*, Garantiefall, falsche* (Artikel|Ware|Grosse|Produkt|Farbe),
        defekte* (Ware|Artikel|Gerat|Produkt), Ersatzlieferung, Gewahrleistung*`,
      weak: `Garantie*, Ersatz, defekt*, beschadigt*, Erstattung*, austauschen, Austausch`,
    },
    security: {
      strong: `
        Phishing*, Ransomware, Schadsoftware, Malware, Virus, Sicherheitsvorfall*, Sicherheitsverletzung*,
        Sicherheitslucke*, Datenschutzverletzung*, Datenleck*, Datenpanne*, gehackt, Hacker*, Cyber*,
        (unbefugt*|unberechtigt*|unautorisiert*|verdachtig*) (Zugriff*|Zugang*|Anmeldung*|Aktivitat*),
        kompromittiert*, Betrug*, Schwachstelle*, Angriff*, gestohlen*, Sicherheitsmassnahme*, Sicherheitsprotokoll*,
        Sicherheitsrichtlinie*`,
      weak: `
        Sicherheit*, verdachtig*, Verschlussel*, Firewall*, Antivirus*, Datenschutz*, sensible* Daten, Schutz,
        schutzen, sicher, absichern, Absicherung, Bedrohung*`,
    },
    legal: {
      strong: `
        Rechtsanwalt*, Anwalt*, Anwaltin, Klage, gerichtlich*, Gericht, rechtliche* Schritte, Abmahnung*, DSGVO,
        Auskunftsersuchen, Geheimhaltungsvereinbarung*, Vertragsentwurf, Vertragsverletzung, AGB, Unterlassung*,
        Haftung*, Vergleichsvereinbarung, Vollmacht*, Rechtsabteilung`,
      weak: `
        Vertrag*, Vereinbarung*, rechtlich*, Klausel*, Compliance, Unterschrift*, unterzeichn*, Frist, Paragraf*,
        Paragraph*`,
    },
    recruitment: {
      strong: `
        Bewerbung*, bewerbe*, Lebenslauf, Stellenanzeige*, Stellenangebot*, Vorstellungsgesprach*, Initiativbewerbung,
        Praktikum*, offene* Stelle, ausgeschriebene* Stelle, Anschreiben, Gehaltsvorstellung*, Bewerber*,
        Arbeitszeugnis*`,
      weak: `
        Stelle, Position, Gehalt*, Karriere, Personalabteilung, Einstellung, Ausbildung, Arbeitsvertrag*, Mitarbeiter,
        Onboarding`,
    },
    account: {
      strong: `
        Passwort .. (vergessen|zurucksetzen|andern|falsch), Passwort*, Anmeldeproblem*, (einloggen|anmelden) nicht,
        nicht [mehr] (einloggen|anmelden), Konto .. (gesperrt|loschen|deaktiviert|erstellen|aktivieren), Kontozugang,
        Zugangsdaten, Benutzerkonto*, Kundenkonto*, Bestatigungscode, Zwei Faktor*, Kontosperrung, Kontoeinstellung*,
        Adresse .. andern, Login*`,
      weak: `
        Konto*, anmeld*, einlogg*, Benutzername*, Profil*, Zugang*, Zugriff*, Berechtigung*, registrier*,
        Authentifizierung*`,
    },
    feedback: {
      strong: `
        Feedback, Ruckmeldung zu, Verbesserungsvorschlag*, Anregung*, Vorschlag*, Lob,
        tolle* (Service|App|Produkt|Arbeit), weiter so, Umfrage*, gefallt mir, weiterempfehl*, Kundenmeinung*`,
      weak: `Verbesser*, Bewertung*, Meinung*, vorschlagen, wunschen, begeistert, Idee*`,
    },
    newsletter: {
      strong: `
        Newsletter, (abmelden|abbestellen) .. Newsletter, im Browser (ansehen|anzeigen|offnen),
        vom Newsletter abmelden, Sie erhalten diese (E-Mail|Nachricht|Mail), Wochenruckblick, Pressemitteilung*,
        Webinar*, in dieser Ausgabe, Abonnenten`,
      weak: `Ausgabe, Veranstaltung*, jetzt anmelden, mehr erfahren, weiterlesen, Aktion, exklusiv*, abmelden`,
    },
    spam: {
      strong: `
        Sie haben gewonnen, Gewinnbenachrichtigung, Lotterie, Gewinn (abholen|anfordern), Millionen (Euro|Dollar),
        Viagra, Casino, schnell abnehmen, Geld verdienen, jetzt zugreifen, hier klicken, 100 % (gratis|kostenlos),
        Erbschaft .. Millionen, Kredit ohne, nur heute, Krypto .. Gewinn`,
      weak: `gratis, kostenlos*, Gewinn*, Bonus, garantiert, Kredit*, Bitcoin, Sonderangebot*, Abnehmen`,
    },
    personal: {
      strong: `
        alles Gute zum, herzlichen Gluckwunsch, Mama, Papa, Oma, Opa, Schatz, hab dich lieb, ich liebe dich,
        wie geht's dir, wie geht es dir, bis heute Abend, bis bald, liebe Grusse, kuss*, grillen,
        gehen wir .. (essen|trinken), vermisse dich`,
      weak: `
        Geburtstag, Feier, Wochenende, Urlaub, Kinder, Familie, Mittagessen, Abendessen, Bier, Kaffee, Hochzeit,
        Freunde, Reise, dir, dich, euch`,
    },
    auto_reply: {
      strong: `
        Abwesenheitsnotiz, automatische Antwort, automatisch* (erstellt*|generiert*) (Nachricht|E-Mail|Antwort),
        ausser Haus, nicht im (Buro|Hause), bin .. (im Urlaub|abwesend|nicht erreichbar),
        auf diese (E-Mail|Nachricht) nicht antworten, antworten Sie nicht auf diese, Unzustellbar*,
        nicht zugestellt werden, wir haben Ihre (Nachricht|Anfrage|E-Mail) erhalten, Ihr Ticket wurde, in Elternzeit,
        Zustellung fehlgeschlagen`,
      weak: `Abwesenheit, Vertretung, Ruckkehr, in dringenden Fallen`,
    },
    general: {
      weak: `Information*, Frage*, Anfrage*, Termin*, Besprechung*, anbei, Anhang, Bericht*, Projekt*, Details`,
    },
  },
  signals: {
    outage: `
      Ausfall, Ausfalle, Ausfallen, ausgefallen, Totalausfall, Serverausfall*, Systemausfall*, Netzwerkausfall*,
      Stromausfall*, Dienstausfall*, Stillstand*, nicht (erreichbar|verfugbar), offline,
      (Service|Dienst|Server|System|Netzwerk|Website|Betriebs|Dienste) .. (unterbrochen|Unterbrechung*|Storung*|
      ausgefallen|down|zusammengebrochen),
      Unterbrechung*, Dienstunterbrechung*, Betriebsunterbrechung*, Betriebsstorung*, Serviceunterbrechung*,
      Ausfallzeit*, Storung, Storungen, Zusammenbruch, zusammengebrochen, unerreichbar,
      (kein|keine) (Internet|Strom|Verbindung|Netz)`,
    everyone: `
      (alle|alien|samtliche|mehrere|viele|zahlreiche|verschiedene|mehreren|vielen|allen) .. (Benutzer*|Nutzer*|Kunden|
      Mitarbeiter*|Kollegen|Abteilung*|Standort*|Filial*|Gerate*|Systeme*|Anwender*|Patient*|Team*),
      niemand .. (kann|mehr), keiner .. kann,
      (gesamte*|ganze*|komplette*) (Firma|Unternehmen|Abteilung|Team|Buro|Betrieb|System|Netzwerk|Standort),
      unternehmensweit*, firmenweit*, weitreichend*, flachendeckend`,
    blocked: `
      (kann|konnen|konnte|konnten) .. nicht [mehr] (arbeiten|zugreifen|anmelden|einloggen|offnen|nutzen|bezahlen|
      senden|empfangen|drucken|verbinden|starten|weiterarbeiten|bearbeiten|bestellen|herunterladen|hochladen|speichern|abschliessen|ausfuhren),
      kein* (Zugriff|Zugang), nicht moglich, unmoglich, gesperrt, ausgesperrt, blockier*, lahmgelegt, steht still,
      stehen still, arbeitsunfahig, verhinder*, nicht mehr (nutzbar|benutzbar|arbeiten), nicht zuganglich,
      unzuganglich, nicht nutzbar`,
    fault: `
      Fehler, Fehlern, Fehlermeldung*, fehlerhaft*, fehlgeschlagen*, fehlschlagen, schlagt fehl,
      (funktioniert|funktionieren|geht|gehen|lauft|startet|ladt|reagiert|offnet|synchronisier*) .. nicht [mehr|richtig|korrekt],
      nicht (funktioniert|funktionieren|funktionsfahig|ordnungsgemass|korrekt|richtig), absturz*, abgesturzt, sturzt,
      Problem, Probleme, Problemen, Problems, Schwierigkeit*, Storung*, Defekt*, kaputt*, falsch*, Bug, Bugs,
      Fehlfunktion*, Inkonsisten*, Unstimmigkeit*, Diskrepanz*, inkorrekt*, unerwartet*, Anomali*, beschadigt*,
      uberhitz*, Beeintrachtigung*, beeintrachtigt, abgebrochen, bricht ab, fehlt, fehlen, fehlende*, Komplikation*,
      Konflikt*, gescheitert, Versagen, versagt`,
    degraded: `
      langsam*, verlangsam*, Verzogerung*, verzogert*, Latenz*, Leistungsproblem*, Leistungseinbruch*,
      Leistungsabfall*, Performanceproblem*, instabil*, Instabilitat*, sporadisch*, zeitweise, unzuverlassig*,
      Timeout*, Zeituberschreitung*, Verbindungsabbruch*, ruckel*, stockt, Leistungsminderung, hinter den Erwartungen`,
    recurring: `
      immer wieder, wiederholt*, standig*, wiederkehrend*, weiterhin, nach wie vor,
      besteht .. (weiterhin|fort|weiter|noch|immer), bestehen .. (weiterhin|fort|weiter),
      bleibt .. (bestehen|ungelost), anhaltend*, andauernd*, erneut*,
      seit (Tagen|Wochen|Monaten|gestern|dem|einigen|mehreren|letzter|letzten), haufig*, regelmassig*, dauerhaft*,
      mehrfach, immer noch, fortbesteh*, kontinuierlich*, jedes Mal, trotz`,
    cause: `
      Ursache*, Grund dafur, aufgrund, verursacht, zuruckzufuhren, moglicherweise, vermut*, konnte (an|mit|durch),
      liegt (an|es an), warum, bereits (versucht|neu gestartet|uberpruft|unternommen|aktualisiert|durchgefuhrt),
      habe* .. versucht, Neustart*, neu gestartet, neugestartet, neu installiert, Versuch*, wegen,
      durch ein .. Update, nach dem (Update|Upgrade), untersuch*, Fehlerbehebung*, Fehlersuche, potenzielle* Ursache,
      verdacht*, scheint`,
    data_loss: `
      Datenverlust*,
      (Daten|Datei|Dateien|Dokumente|Unterlagen) .. (verloren|Verlust|geloscht|weg|verschwunden|beschadigt|zerstort),
      versehentlich geloscht, Datenkorruption, beschadigte Daten, Daten sind weg`,
    security: `
      gehackt, Hacker*, Hackerangriff*, Ransomware, Malware, Schadsoftware, Phishing*, Virus, Trojaner, unbefugt*,
      unberechtigt*, unautorisiert*, Sicherheitsvorfall*, Sicherheitsverletzung*, Sicherheitslucke*,
      Sicherheitsproblem*, Sicherheitsrisik*, Sicherheitsbedrohung*, Sicherheitsbedenken, Sicherheitsverstoss*,
      Datenschutzverletzung*, Datenleck*, Datenpanne*, Datenschutzvorfall*, kompromittiert*, gestohlen*, Diebstahl,
      Betrug*, verdachtige* .. (Aktivitat*|Anmeldung*|Zugriff*|E-Mail*|Transaktion*), Angriff*, Schwachstelle*,
      Cyber*, offengelegt, Datenschutzverstoss*, eingebrochen, Einbruch, Verletzung .. (Daten*|Sicherheit*)`,
    sensitive: `
      (medizinisch*|sensibl*|personenbezogen*|vertraulich*|person*) .. (Daten|Informationen|Unterlagen),
      Patientendaten, Gesundheitsdaten, Kundendaten, DSGVO, Datenschutz, HIPAA, Compliance, Vertraulichkeit`,
    critical: `
      kritisch*, schwerwiegend*, ernst*, Notfall*, Krise*, Katastroph*, erheblich*, gravierend*, massiv*,
      schwer* (Storung*|Fehler*|Problem*), entscheidend*, lebenswichtig, unternehmenskritisch*, geschaftskritisch*,
      hochste Prioritat, hohe Prioritat, Prioritat (1|eins), dramatisch, gefahrlich*, bedeutend*, alarmierend,
      Alarmstufe`,
    business: `
      (beeintrachtig*|beeinfluss*|behinder*|unterbr*|stor*|gefahrd*|auswirk*|betrifft|betroffen) .. (Geschaft*|
      Betrieb*|Produktion*|Produktivitat|Umsatz*|Kunden*|Arbeit*|Projekt*|Unternehmen*|Ruf|Patient*|Vertrauen),
      (Geschaft*|Betrieb*|Produktion*|Produktivitat|Umsatz*|Kunden*|Arbeit*|Projekt*|Patient*) .. (beeintrachtig*|
      behinder*|unterbr*|stor*|gefahrd*|betroffen|auswirk*|einschrank*),
      Auswirkungen auf, Betriebsablauf*, Geschaftsbetrieb*, Geschaftsprozess*, Arbeitsablauf*, Umsatzverlust*,
      Umsatzeinbu*, Produktionsausfall*, Produktionsstillstand, finanzielle* (Schaden|Verlust*), Vertragsstrafe,
      verlieren .. Kunden, Produktivitat`,
    overcharge: `
      (doppelt|zweimal|zu viel|falschlich|unberechtigt|fehlerhaft) .. (abgebucht|berechnet|belastet|bezahlt),
      doppelte (Abbuchung|Zahlung|Belastung), falsche* (Betrag|Rechnung|Abrechnung),
      unerwartete* (Gebuhr*|Kosten|Abbuchung*|Belastung*), Abrechnungsfehler*, fehlerhafte* (Rechnung*|Abrechnung*)`,
    legal: `
      Rechtsanwalt*, Anwalt, rechtliche* Schritte, Klage, verklag*, Gericht, gerichtlich*, Verbraucherzentrale,
      Verbraucherschutz, Schadenersatz, Mahnverfahren, Inkasso*, Fristsetzung, Anzeige erstatten, Vertragsbruch,
      Abmahnung`,
    safety: `
      verletz* (Person*|Mitarbeiter*|sich), Verletzte*, es brennt, Brandschaden, Brand (im|in), Feuer, Feueralarm, Rauchentwicklung, Stromschlag, Gasgeruch, Explosion*,
      Gefahr, lebensgefahr*, Krankenhaus .. (eingeliefert|liegt), Unfall*, Vergiftung, Evakuier*, Uberschwemmung,
      Wasserschaden, Patientensicherheit, Notarzt`,
    immediate: `
      dringend*, Dringlichkeit, eilig*, eilt, sofort*, umgehend*, unverzuglich*, so schnell wie moglich,
      schnellstmoglich*, schnellstens, asap, baldmoglichst, ohne Verzogerung, keinen Aufschub, zeitkritisch*,
      auf der Stelle, jetzt sofort, heute noch, noch heute, innerhalb (einer|der nachsten|von) .. Stunde*, bis heute*,
      unmittelbar*, akut*`,
    soon: `
      schnell*, rasch*, zeitnah*, zugig*, prompt*, bald, bald wie moglich, wichtig*, kurzfristig*, morgen,
      diese Woche, prioritar*, Prioritat, zeitgerecht, beschleunig*, notwendig*, unerlasslich, fristgerecht, pressant`,
    deadline: `
      Frist*, Deadline, bis (Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|morgen|spatestens|Ende|zum),
      spatestens, fallig*, uberfallig*, lauft .. ab, letzte* (Mahnung|Erinnerung|Termin|Frist|Chance), Stichtag,
      Abgabetermin, Fristablauf`,
    unhurried: `
      nicht (dringend|eilig|so eilig|kritisch|wichtig), eilt nicht, keine Eile, kein Stress,
      wenn Sie Zeit (haben|finden), wenn du Zeit (hast|findest), bei Gelegenheit, wenn es (passt|Ihnen passt),
      in Ruhe, niedrige Prioritat, geringfugig*, kleine* (Frage|Fehler|Anliegen|Bitte|Sache), Schonheitsfehler,
      nur (eine Frage|mal fragen|zur Info*), zur Information, zur Kenntnisnahme, keine Antwort notig,
      irgendwann, hat Zeit, falls moglich, wenn moglich, Tippfehler`,
    escalation: `
      (zweite|dritte|vierte|zum zweiten|zum dritten|zum wiederholten) (Mal|Erinnerung|Anfrage|Mahnung|Male),
      immer noch (keine|nicht), noch immer (keine|nicht),
      (keine|ohne) (Antwort|Ruckmeldung|Reaktion|Losung) [erhalten|bekommen],
      bereits (mehrfach|mehrmals|zweimal|dreimal|angerufen|geschrieben|kontaktiert|gemeldet),
      mehrmals .. (angerufen|geschrieben|kontaktiert), warte* (seit|immer noch|noch immer|schon), Vorgesetzte*,
      eskalier*, Eskalation*, ignoriert, letzte Mahnung, vergeblich`,
    ask: `
      bitte*, bitten, (konnen|konnten|konntest|kannst|wurden|wurdest) (Sie|Du|ihr|euch) [bitte|mir|uns],
      ich (mochte|brauche|benotige|bitte|wunsche|suche|bin auf der Suche),
      wir (mochten|brauchen|benotigen|bitten|wunschen|suchen),
      ware* (dankbar|schon|nett|hilfreich|grossartig|es moglich), schatzen, Unterstutzung, Hilfe, benotig*,
      erforderlich, ersuch*, anforder*, Anfrage, um Hilfe, um Unterstutzung, wurde ich gerne, wurden wir gerne,
      wurde gerne, wurden gerne`,
    inquiry: `
      (Informationen|Auskunft|Details|Angaben|Infos|Einzelheiten|Auskunfte) (zu|uber|bezuglich|zur|zum|hinsichtlich|
      daruber|wie),
      (weitere|mehr|nahere|detaillierte|zusatzliche|umfassende|genauere|spezifische|ausfuhrliche|
      detailliertere) (Informationen|Details|Auskunfte|Infos|Angaben),
      Anleitung*, Dokumentation*, Leitfaden, Empfehlung*, Ratschlag*, Tipps, Best Practices, bewahrte*, Interesse an,
      interessiert (an|mich|uns), Preise, Preis*, Angebot*, Verfugbarkeit, Optionen, Moglichkeiten, Funktionen,
      wie (kann|konnen|man|ich|wir), wissen, erfahren, mehr uber, Beratung, verfugbare*, Beispiele, Erlauterung*,
      Ubersicht, Schritt fur Schritt, erkundig*`,
    change: `
      ander*, Anderung*, geander*, anpass*, Anpassung*, angepasst, Aktualisierung*, aktualisier*, Upgrade*, umstell*,
      Umstellung*, Migration*, migrier*, implementier*, Implementierung*, integrier*, Integration*, Einfuhrung*,
      einfuhren, hinzufug*, hinzuzufugen, Erweiterung*, erweiter*, neue* Funktion*, Konfigurationsanderung*,
      umbenenn*, verschieb*, Umzug, einricht*, Einrichtung, ersetzen, modifizier*, Uberarbeitung*, uberarbeit*,
      Umsetzung`,
    improvement: `
      verbesser*, Verbesserung*, optimier*, Optimierung*, steiger*, Steigerung*, starken, Starkung, modernisier*,
      Strategie*, Marke*, Marketing*, Wachstum*, Kampagne*, effizien*, Effizienz*, Markenwachstum, skalier*`,
    question: `
      wie (kann|konnen|funktioniert|lange|viel|viele|oft|geht|lautet|hoch),
      was (ist|sind|kostet|bedeutet|muss|passiert), wann (ist|wird|kann|kommt|konnen), wo (ist|kann|finde|sind),
      welche*, wer (ist|kann), warum, weshalb, gibt es, ist es moglich, haben Sie, bieten Sie,
      unterstutzt (Ihr|das|die), ich frage mich, kurze Frage, eine Frage, Frage zu*, Fragen zu*, kann (ich|man),
      ob (es|ich|Sie|die|das), ware es moglich`,
    inform: `
      zur Information, zur Kenntnis*, zur Info*, anbei (finden|erhalten|die|der|das|ubersende),
      im Anhang (finden|befindet), hiermit (teile*|informier*|bestatig*),
      wir freuen uns .. (mitzuteilen|bekanntzugeben|anzukundigen), mochte* (Sie|dich|euch) .. informieren,
      wie (besprochen|vereinbart|gewunscht),
      wurde (genehmigt|abgeschlossen|bestatigt|verschoben|aktualisiert|versendet), Protokoll .. (Sitzung|Besprechung),
      ankundig*, Erinnerung an`,
    thanks: `
      vielen Dank (fur die|fur Ihre (schnelle|Hilfe|Unterstutzung)|nochmal),
      danke (fur die|fur Ihre|fur deine|nochmal|schon), herzlichen Dank, besten Dank fur,
      (Problem|Fehler) (ist|wurde) (gelost|behoben),
      (funktioniert|lauft|klappt) (jetzt|wieder|nun) [alles|einwandfrei], hat sich erledigt, alles (bestens|gut|
      prima)`,
    positive: `
      super, toll*, ausgezeichnet*, hervorragend*, wunderbar*, perfekt*, fantastisch*, grossartig*, zufrieden, freu*,
      begeistert*, gluckl*, gut, gute, guter, gutes, beeindruck*, freundlich*, hilfreich*, empfehl*, Lob,
      schnelle (Lieferung|Hilfe|Antwort|
      Reaktion), liebe, genial*, prima, klasse, herzlichen Gluckwunsch, einwandfrei`,
    negative: `
      enttausch*, unzufrieden*, nicht (zufrieden|glucklich|gut|akzeptabel), schlecht*, schlimm*, furchtbar*,
      schrecklich*, miserabel, argerlich*, verargert, frustrier*, Frust*, nervig*, leider, bedauer*, Sorge*, besorgt,
      beunruhig*, Beschwerde*, Problem*, Fehler*, Storung*, Ausfall*, kaputt, defekt*, verspat*, Verzogerung*,
      langsam*, falsch*, fehlt, verloren, Schwierigkeit*, Schaden, unzuverlassig*, unbrauchbar, mangelhaft*, Mangel,
      Beeintrachtigung*, kritisch*, schwerwiegend*, nie (angekommen|erhalten|wieder), traurig`,
    angry: `
      inakzeptabel, unzumutbar, Frechheit, Unverschamtheit, unverschamt*, wutend, emport, skandal*, Katastrophe,
      nie wieder, Abzocke, Betruger, lacherlich, unfassbar, Zumutung, Nase voll, reicht mir, es reicht, inkompetent*,
      unterirdisch, verarsch*, fordere ich, peinlich, Sauerei`,
  },
  forms: {
    greeting: `
      sehr geehrte, sehr geehrter, sehr geehrtes, liebe, lieber, liebes, guten Tag, guten Morgen, guten Abend, hallo,
      hi, hey, moin, servus, gruss Gott, werte, werter, geehrte`,
    closing: `
      mit freundlichen Grussen, mit freundlichem Gruss, freundliche Grusse, freundlichen Grussen, viele Grusse,
      beste Grusse, besten Grussen, mit besten Grussen, herzliche Grusse, liebe Grusse, schone Grusse, Gruss, Grusse,
      MfG, LG, VG, hochachtungsvoll, vielen Dank, danke, danke im Voraus, vielen Dank im Voraus, besten Dank,
      herzlichst, bis bald`,
    pleasantry: `
      ich hoffe .. (gut|geht|Ihnen|wohl),
      vielen Dank (fur Ihre (Zeit|Nachricht|E-Mail|Geduld|Hilfe|Unterstutzung|Bemuhungen|Aufmerksamkeit)|im Voraus),
      danke (im Voraus|fur Ihre (Zeit|Nachricht|Geduld|Hilfe|Unterstutzung)), ich freue mich auf, wir freuen uns auf,
      bei (Fragen|Ruckfragen), (fur|falls) .. (Ruckfragen|Fragen|weitere Informationen), zogern Sie nicht,
      stehe ich .. zur Verfugung, stehen wir .. zur Verfugung, mein Name ist, schones Wochenende, schonen Tag,
      wie geht es Ihnen, uber eine .. (Antwort|Ruckmeldung) .. (freuen|dankbar), in Erwartung Ihrer`,
    lead: `
      ich schreibe Ihnen [weil|um|da],
      ich (mochte|wollte) (Sie|Ihnen|dich|dir) .. (informieren|mitteilen|darauf|bitten),
      ich wende mich an Sie [weil|um|da], hiermit (mochte|teile|bitte) [ich|wir] [Ihnen|Sie] [mit] [dass],
      bitte beachten Sie [dass], wie (besprochen|vereinbart|Sie wissen|bekannt),
      ich (denke|glaube|hoffe|weiss) [dass], leider, ausserdem, zudem, also, und, aber, ubrigens, zur Information,
      bitte, (konnten|konnen|konntest|kannst) (Sie|du|ihr) [bitte|mir|uns],
      anbei (finden Sie|erhalten Sie|sende ich Ihnen), im Anhang finden Sie, es (ist|gibt),
      wir freuen uns [Ihnen] mitteilen zu konnen [dass]`,
    directive: `
      bitte, (konnen|konnten|konntest|kannst|wurden|wurdest) (Sie|du|ihr), ich bitte (Sie|um|dich),
      wir bitten (Sie|um), (Sie|du) (mussen|musst|sollten|solltest), muss .. (werden|sein),
      (senden|schicken|rufen|prufen|bestatigen|leiten|teilen|geben|melden|kontaktieren|unterschreiben|uberprufen|
      aktualisieren) Sie,
      denken Sie daran, vergessen Sie nicht, ware* .. dankbar, ich brauche .. (von|bis), wir benotigen .. (von|bis)`,
    before_date: `
      bis, spatestens, vor, vor dem, bis zum, bis spatestens, Frist, fallig, fallig am, Stichtag, Termin, lauft ab,
      endet, endet am, bis einschliesslich, Abgabe, zum, Ende`,
    disclaimer: `
      diese (E-Mail|Nachricht|Mail) .. (enthalt|ist vertraulich|vertrauliche), vertrauliche* .. Informationen,
      nicht der (richtige|beabsichtigte|vorgesehene) (Adressat|Empfanger), Sitz der Gesellschaft, Amtsgericht,
      Geschaftsfuhrer, Handelsregister, bitte denken Sie an die Umwelt, Registergericht`,
    footer: `
      vom Newsletter abmelden, gesendet von (meinem|mein), von meinem (iPhone|Handy|Smartphone) gesendet,
      alle Rechte vorbehalten, im Browser anzeigen, ursprungliche Nachricht, weitergeleitete Nachricht`,
  },
};
