import type { CueSheet } from './cue-sheet.js';

export const SPANISH: CueSheet = {
  language: 'es',
  categories: {
    billing: {
      strong: `
        factura*, facturación, (cobrado|cobraron|facturado|pagado) (dos veces|doble),
        cobro* (duplicado*|doble*|indebido*), domiciliación, recordatorio de pago, saldo pendiente,
        pago* (pendiente*|rechazado*|fallido*), comprobante de pago, IVA, nota de crédito, estado de cuenta,
        método de pago`,
      weak: `
        pago*, pagar, pagado, importe*, recibo*, tarifa*, precio*, cargo*, reembolso*, transferencia*, suscripción,
        tarjeta de crédito, IBAN, costo*`,
    },
    technical_support: {
      strong: `
        mensaje* de error, no (funciona*|arranca|carga|responde|abre), dejó de funcionar, ha dejado de funcionar,
        se (bloquea|cuelga|cierra), fallo* (técnico*|del sistema|de conexión),
        problema* (técnico*|de conexión|informático*), soporte técnico, avería*, mal funcionamiento,
        caída del (servicio|sistema|servidor), bug*, incompatibilid*`,
      weak: `
        error*, software, hardware, servidor*, red, impresora*, ordenador*, portátil, dispositivo*, base de datos,
        aplicación*, app, actualización*, versión, configur*, instal*, navegador*, VPN, wifi, copia de seguridad,
        sistema*, plataforma*, API, integración*`,
    },
    sales: {
      strong: `
        presupuesto*, cotización*, solicitud de (presupuesto|cotización|oferta), lista de precios, prueba gratuita,
        demostración, departamento comercial, equipo de ventas, interesad* en (sus|su|comprar|adquirir),
        descuento por volumen, propuesta comercial, ser distribuidor`,
      weak: `
        oferta*, descuento*, catálogo*, licencia*, comprar, compra*, adquirir, folleto*, productos, funcionalidades`,
    },
    complaint: {
      strong: `
        queja*, reclamación*, reclamo*, quejarme, inaceptable*, decepcion*, insatisfech*, insatisfacción,
        (mal|mala|pésim*|terrible) (servicio|experiencia|calidad|atención), compensación, indemnización, nunca más,
        vergüenza, hoja de reclamaciones, OCU`,
      weak: `molest*, frustr*, enfad*, indignad*, responsable, ridículo`,
    },
    cancellation: {
      strong: `
        cancel* .. (suscripción|contrato|pedido|reserva|cuenta|servicio|membresía), cancelación*, dar* de baja,
        darme de baja, baja del servicio, rescindir, rescisión, no renovar, derecho de desistimiento`,
      weak: `cancel*, anular, anulación, renovación, baja, preaviso`,
    },
    order: {
      strong: `
        mi pedido, nuestro pedido, número de pedido, orden de compra, confirmación de pedido, (hacer|realizar|hacemos|realizamos) .. pedido,
        (siguiente|nuevo) pedido, queremos pedir, nos gustaría pedir, estado del pedido, mi orden`,
      weak: `pedido*, pedir, artículo*, cantidad*, en stock, disponib*, encargo`,
    },
    delivery: {
      strong: `
        (paquete|envío|entrega) .. (perdido|retras*|dañado|llegado|tarde), no ha (llegado|sido entregado),
        no (llegó|llega) .. (paquete|pedido), número de seguimiento, fecha de entrega, plazo de entrega,
        dirección de (entrega|envío), dónde está mi, seguimiento del (pedido|envío)`,
      weak: `entrega*, envío*, enviad*, paquete*, mensajer*, transportista*, aduana*, almacén`,
    },
    returns: {
      strong: `
        devolver .. (producto|artículo|pedido), devolución*, cambio de (producto|talla|artículo),
        etiqueta de devolución, producto (defectuoso|roto|dañado|equivocado),
        artículo (defectuoso|roto|dañado|equivocado), talla equivocada, solicitud de reembolso, en garantía,
        reembolso .. (pedido|compra|producto)`,
      weak: `devolv*, reembolso*, garantía*, defectuos*, dañad*, rot*, reemplazo*, cambiar`,
    },
    security: {
      strong: `
        phishing, ransomware, malware, virus, hackead*, hacker*, hackeo, pirat*, filtración* de datos,
        (violación|brecha|brechas|fuga) de (datos|seguridad), incidente* de seguridad,
        (acceso*|actividad*|inicio de sesión) (no autorizado*|sospechos*), vulnerabilid*, fraude*, suplantación,
        ciber*, comprometid*, robad*, medidas de seguridad`,
      weak: `seguridad, sospechos*, cifrado, cortafuegos, antivirus, proteg*, protección de datos, amenaza*`,
    },
    legal: {
      strong: `
        abogad*, demanda judicial, tribunal*, acciones legales, acción legal, litigio*, RGPD,
        departamento (legal|jurídico), acuerdo de confidencialidad, términos y condiciones, cláusula*,
        propiedad intelectual, burofax, juzgado`,
      weak: `contrato*, legal*, jurídic*, acuerdo*, cumplimiento, firma*, normativa*`,
    },
    recruitment: {
      strong: `
        currículum*, curriculum vitae, carta de presentación, oferta de (empleo|trabajo), entrevista de trabajo,
        vacante*, solicitud de empleo, candidat*, prácticas profesionales, proceso de selección,
        puesto de (trabajo|trabajo)`,
      weak: `CV, puesto*, entrevista*, salario*, empleo*, contratación, recursos humanos, candidatura`,
    },
    account: {
      strong: `
        contraseña*, restablecer .. (contraseña|cuenta), no puedo (acceder|entrar|iniciar sesión),
        cuenta (bloqueada|suspendida|desactivada),
        (eliminar|crear|cerrar|activar|actualizar) (mi|nuestra|una|la) cuenta, código de verificación, dos factores,
        cambio de (dirección|correo|datos), inicio de sesión, iniciar sesión`,
      weak: `cuenta, cuentas, acceso*, acceder, usuario*, perfil*, registr*, permisos, autenticación`,
    },
    feedback: {
      strong: `
        sugerencia*, comentarios sobre, felicitaciones por, mi opinión, encuesta*, recomendaría, excelente trabajo,
        buen trabajo, sigan así, me encanta (la|el|su), propuesta de mejora`,
      weak: `mejorar, mejora*, opinión*, valoración*, sugerir, idea*`,
    },
    newsletter: {
      strong: `
        newsletter, boletín*, darse de baja, cancelar suscripción, ver .. en [el|su] navegador,
        ha recibido este (correo|mensaje), recibe este (correo|mensaje), nota de prensa, seminario web,
        en esta edición`,
      weak: `webinar*, edición, evento*, regístrese, inscríbete, leer más, más información, exclusiv*, promoción*`,
    },
    spam: {
      strong: `
        ha ganado, has ganado, lotería, reclame su premio, millones de (dólares|euros), viagra, casino, bajar de peso,
        perder peso, ganar dinero, haga clic aquí, haz clic aquí, 100 % gratis, herencia .. millones, oferta limitada,
        dinero fácil`,
      weak: `gratis, premio*, ganar, bono*, crédito*, bitcoin, garantizad*, oferta*`,
    },
    personal: {
      strong: `
        feliz cumpleaños, mamá, papá, abuela, cariño, te quiero, te extraño, te echo de menos, besos, un beso,
        abrazos, cómo estás, nos vemos (esta|mañana|luego), qué tal, mi amor`,
      weak: `
        cumpleaños, fin de semana, vacaciones, niños, familia, cena, comida, fiesta, boda, amigos, viaje, contigo`,
    },
    auto_reply: {
      strong: `
        respuesta automática, mensaje automático, fuera de la oficina, fuera de oficina, estoy de vacaciones,
        estaré (ausente|fuera), no responda a este (mensaje|correo), no se pudo entregar, mensaje no entregado,
        hemos recibido su (mensaje|solicitud|consulta|correo), su ticket ha sido`,
      weak: `ausencia, mi regreso, noreply, ausente`,
    },
    general: { weak: `información, pregunta*, consulta*, reunión*, adjunto*, informe*, proyecto*, detalles` },
  },
  signals: {
    outage: `
      caíd*,
      (servicio*|servidor*|sistema*|red|sitio|plataforma|web) .. (caíd*|interrumpid*|inaccesible*|fuera de servicio|
      no disponible),
      interrupción*, interrumpid*, fuera de (servicio|línea), no disponible*, corte* (de|del), apagón, inaccesible*,
      tiempo de inactividad, sin (servicio|conexión|internet|luz), paralizad*`,
    everyone: `
      (todos|todas|varios|varias|muchos|múltiples|numerosos) .. (usuario*|cliente*|empleado*|departamento*|oficina*|
      equipo*|sede*|tienda*|dispositivo*|paciente*),
      todo el mundo, nadie puede, (toda|todo) (la empresa|el equipo|la oficina|el departamento|la red|el sistema),
      generalizad*`,
    blocked: `
      (no|sin) (puedo|podemos|pueden|puede|podía|pudimos|poder) .. (acceder|trabajar|entrar|conectar|iniciar|abrir|
      usar|utilizar|pagar|enviar|recibir|imprimir|continuar),
      bloquead*, imposible, imposibilid*, impide*, impidiendo, sin acceso, no tengo acceso, no tenemos acceso, parad*,
      detenid*`,
    fault: `
      error*, fallo*, falla*, fallid*, no (funciona*|carga*|responde*|abre*|arranca*|sincroniza*|muestra*),
      dejó de funcionar, dejado de funcionar, problema*, avería*, mal funcionamiento, defect*, incorrect*,
      inconsisten*, anomalía*, discrepancia*, incidente*, incidencia*, dificultad*, rot*, dañad*, corrupt*,
      inesperad*, bug*, se (bloquea|cuelga|cierra), sobrecalent*`,
    degraded: `
      lent*, lentitud, retraso*, demora*, latencia, intermitente*, inestab*, rendimiento (bajo|deficiente|lento),
      degrad*, tarda (mucho|demasiado)`,
    recurring: `
      otra vez, de nuevo, nuevamente, repetid*, recurrente*, persist*, sigue sin, siguen sin,
      sigue (fallando|ocurriendo|igual), continú* (el|los|sin), continuo*, frecuente*, constante*, varias veces,
      desde (hace|ayer|la|el), siempre que, cada vez, a pesar de`,
    cause: `
      causa*, debid* a, provocad*, posiblemente, probablemente, podría* (deberse|estar|ser), sospech*, por qué,
      ya (he|hemos|se|intent*), (he|hemos) (intentado|probado|reiniciado), intent*, reinici*,
      después de (la|una|el|reiniciar|actualizar), tras (la|una|el), investig*, origen del problema, relacionad* con`,
    data_loss: `
      pérdida de (datos|información),
      (datos|archivos|documentos|información) .. (perdid*|borrad*|eliminad*|corrupt*|desaparecid*), borrad* por error,
      perdido (los|todos)`,
    security: `
      hackead*, hacker*, hackeo, ransomware, malware, phishing, virus, no autorizad*, violación* de, brecha*,
      filtración*, filtrad*, intrusi*, ciber*, comprometid*, vulnerabilid*, fraude*, fraudulent*, robad*, robo,
      sospechos*, ataque*, amenaza*, expuest*, suplant*, (problema*|incidente*|riesgo*|fallo*) de seguridad`,
    sensitive: `
      datos (médicos|personales|sensibles|confidenciales|de pacientes|de clientes|clínicos|financieros),
      información (médica|personal|sensible|confidencial), RGPD, privacidad, confidencialidad, historiales médicos,
      cumplimiento`,
    critical: `
      crític*, grave*, seri*, emergencia*, crisis, catastróf*, desastr*, severo*, severa*,
      importante* (impacto|interrupción|problema*|pérdida*), crucial*, vital*, prioridad (alta|máxima|urgente),
      alta prioridad, máxima prioridad, significativ*, peligros*, alarmante*`,
    business: `
      (afect*|impact*|interrump*|perjudic*|dificult*|obstaculi*|amenaz*|perturb*) .. (negocio*|operacion*|producción|
      productividad|ingresos|ventas|cliente*|trabajo|proyecto*|empresa*|reputación|paciente*|confianza|comercial*),
      pérdida* (de ingresos|de clientes|económicas|financieras),
      (operaciones|procesos|funciones) (comerciales|diarias|empresariales|críticas|esenciales), productividad,
      perdiendo (clientes|dinero|ventas), producción parada, penalización*`,
    overcharge: `
      (cobrado|cobraron|cargado|facturado|pagado) (dos veces|doble|de más|indebidamente|por error),
      cobro* (doble|duplicado|indebido|inesperado|incorrecto)*,
      cargo* (doble|duplicado|indebido|inesperado|incorrecto|no reconocido|no autorizado)*, doble (cobro|cargo|pago),
      error* (de|en la) factura*, factura incorrecta, importe incorrecto`,
    legal: `
      abogad*, acciones legales, acción legal, demanda judicial, demandar*, tribunal*, juzgado, denuncia*, denunciar*,
      consumo, protección al consumidor, incumplimiento de contrato, burofax`,
    safety: `
      herid*, lesion*, incendio*, fuego, humo, descarga eléctrica, fuga de gas, explosión*, peligro, accidente*,
      hospital .. (ingresad*), intoxicación, evacua*, inundación*, seguridad de los pacientes`,
    immediate: `
      urgente*, urgencia, urgentemente, inmediat*, de inmediato, ya mismo, ahora mismo, cuanto antes,
      lo antes posible, lo más (pronto|rápido) posible, sin (demora|dilación|tardanza), a la mayor brevedad, asap,
      hoy, hoy mismo, esta noche, en las próximas .. horas, en (24|48|dos|tres) horas, no puede esperar`,
    soon: `
      pronto, rápid*, rápidamente, mañana, esta semana, importante*, prioritari*, prontitud, esencial*, oportun*,
      necesari*, apremiante, agiliz*`,
    deadline: `
      fecha límite, plazo*, vence*, vencimiento, vencid*,
      antes (del|de) (lunes|martes|miércoles|jueves|viernes|sábado|domingo|mañana|fin|final), a más tardar,
      hasta el (lunes|martes|miércoles|jueves|viernes|día), último (aviso|día|plazo|recordatorio), caduca*, expira*,
      para (mañana|el lunes|el martes|el miércoles|el jueves|el viernes)`,
    unhurried: `
      no es urgente, no urgente, sin prisa*, no hay prisa, no corre prisa,
      cuando (pueda*|tenga* tiempo|tenga* un momento|puedas), a su conveniencia, con calma, baja prioridad,
      menor importancia, pequeñ* (duda|pregunta|error|detalle), una (simple|pequeña) (duda|pregunta),
      para su información, a título informativo, si es posible, por curiosidad, algún día,
      no requiere (acción|respuesta), no es (importante|crítico|prioritario)`,
    escalation: `
      (segund*|tercer*|cuart*|2ª|3ª) (vez|solicitud|recordatorio|correo|mensaje|intento),
      todavía (no|sin|espero|esperando), aún (no|sin|espero|esperando), sigo (esperando|sin),
      sin (respuesta|noticias|solución), ninguna respuesta,
      ya (he|hemos) (llamado|escrito|contactado|reclamado|enviado), varias veces,
      hablar con .. (responsable|supervisor|gerente), ignorad*, escal*, llevo .. esperando, reiterad*`,
    ask: `
      por favor,
      (podría*|puede*|podrían|pueden|podrías|puedes) (usted|ustedes|enviar*|proporcionar*|ayudar*|indicar*|decir*|
      confirmar*|informar*|explicar*|revisar*|facilitar*|darme|darnos|ofrecer*|brindar*|hacer*|investigar*|resolver*|compartir*),
      (necesito|necesitamos|solicito|solicitamos|quisiera|quisiéramos|quiero|queremos|me gustaría|nos gustaría|busco|
      buscamos|requerimos|requiero|pido|pedimos|deseo),
      solicitud*, le agradec*, agradecer*, ruego, rogamos, ayuda*, asistencia, apoyo, tenga la amabilidad, sírvase`,
    inquiry: `
      (información|detalles|datos|informes|orientación) (sobre|acerca|de cómo|respecto|relativa),
      más (información|detalles), información (adicional|detallada|específica), documentación, guía*, recomendacion*,
      consejos, instrucciones, interesad*, presupuesto, precios, tarifas, disponibilidad, opciones, características,
      cómo (puedo|podemos|se|funciona), saber (si|más|cómo), conocer, ejemplos, pasos, mejores prácticas`,
    change: `
      cambi*, modific*, ajust*, actualiz*, migr*, implement*, integr*, despleg*, añadir, agregar, incorporar,
      nueva* (funcion*|característica*), configur*, adapt*, ampli*, extensión, reempla*, reprogram*, revisión de,
      trasladar`,
    improvement: `
      mejor*, optimiz*, reforzar, fortalec*, moderniz*, estrategi*, marca*, marketing, crecimiento, campaña*,
      eficien*, eficaz*, aument*, potenci*, increment*`,
    question: `
      cómo, cuál*, cuándo, dónde, por qué, cuánto*, cuánta*, es posible, hay (alguna|algún|posibilidad), quién*,
      qué (es|son|tipo|opciones|debo), me pregunt*, una (pregunta|duda|consulta), preguntas sobre, puedo, podemos,
      tienen, ofrecen`,
    inform: `
      para su información, a título informativo, adjunt*,
      le (informo|informamos|comunico|comunicamos|confirmo|confirmamos), nos complace, tenemos el placer,
      tenga en cuenta, (ha|han) sido (aprobad*|confirmad*|enviad*|resuelt*|actualizad*|aplazad*),
      como (acordamos|hablamos|solicitó), acta de la reunión, recordatorio de`,
    thanks: `
      (muchas|mil) gracias (por su (ayuda|rapidez|respuesta)|por todo|de nuevo|por la), muchísimas gracias,
      gracias (por la ayuda|por todo|de nuevo), problema (resuelto|solucionado),
      (funciona|todo) (ahora|bien|perfecto|perfectamente|de nuevo|solucionado)`,
    positive: `
      excelente*, perfect*, genial*, fantástic*, maravillos*, estupend*, increíble*, satisfech*, content*, encantad*,
      feliz, felicitaciones, enhorabuena, bueno, buena, buen, impresionad*, amable*, útil*, recomiend*, recomendaría,
      me encanta, eficiente, rápido y`,
    negative: `
      decepcion*, insatisfech*, descontent*, mal, mala, malo, peor, pésim*, horrible*, terrible*, frustr*, molest*,
      lamentablemente, desafortunadamente, lament*, preocup*, problema*, error*, fallo*, falla*, rot*, dañad*,
      defectuos*, retras*, lent*, perdid*, falta*, dificultad*, queja*, inconvenien*, inútil*, grave*, interrupción*,
      triste*`,
    angry: `
      inaceptable*, indignante*, vergonzos*, vergüenza, furios*, ridícul*, estafa*, hart*, nunca más, incompeten*,
      lamentable, exijo, exigimos, ladrones, mentiros*, tomadura de pelo, intolerable`,
  },
  forms: {
    greeting: `
      hola, buenos días, buenas tardes, buenas noches, buenas, buen día, estimado, estimada, estimados, estimadas,
      querido, querida, queridos, apreciado, apreciada, muy señor mío, muy señores míos, a quien corresponda, saludos,
      señor, señora`,
    closing: `
      saludos, un saludo, saludos cordiales, un cordial saludo, cordialmente, atentamente, muy atentamente,
      le saluda atentamente, sinceramente, un abrazo, abrazos, besos, gracias, muchas gracias, gracias de antemano,
      muchas gracias de antemano, hasta pronto, quedo a la espera, respetuosamente`,
    pleasantry: `
      espero que .. (bien|encuentre*|este|se),
      gracias (por su (tiempo|atención|ayuda|comprensión|paciencia|apoyo|colaboración)|de antemano),
      (agradezco|agradecemos|agradecería) .. (atención|ayuda|tiempo|apoyo|antemano), no dude* en,
      quedo (a la espera|a su disposición|atent*), quedamos a (la espera|su disposición), a la espera de su,
      mi nombre es, me llamo, que tenga* un buen, cómo está*, estoy a su disposición`,
    lead: `
      (le|les) escribo [para|porque|con|en relación con],
      me (dirijo|comunico) (a|con) (ustedes|usted) [para|con el fin de],
      me pongo en contacto [con ustedes|con usted] [para|porque],
      (quisiera|quiero|deseo|me gustaría) (informar*|comunicar*|reportar|hacer*) [que], tenga en cuenta que,
      como (saben|sabe|acordamos|hablamos), (creo|pienso|supongo) que, lamentablemente, desafortunadamente, además,
      por otra parte, también, y, pero, para su información, por favor, (podría*|puede*) (usted|ustedes),
      adjunto (encontrará|envío), hay, nos complace (informar*|anunciar*) [que]`,
    directive: `
      por favor,
      (podría*|puede*|podrían|pueden|puedes|podrías) (enviar*|ayudar*|confirmar*|proporcionar*|revisar*|indicar*|
      informar*|decir*|dar*),
      ruego, rogamos, sírvase, tenga la amabilidad, (debe|deben|deberá|deberán|tiene que|tienen que),
      (envíe*|envíen*|confirme*|revise*|llame*|contacte*|responda*|firme*|verifique*|actualice*|reenvíe*|mándeme),
      no olvide, necesito que, necesitamos que, le pido, les pedimos`,
    before_date: `
      antes de, antes del, hasta, hasta el, a más tardar, a más tardar el, para el, fecha límite, plazo, vence,
      vence el, caduca, expira, límite, no más tarde del`,
    disclaimer: `
      este (mensaje|correo|e-mail|email) .. (confidencial*|destinatario|contiene|dirigido), información confidencial,
      si no es [usted] el destinatario, aviso (legal|de confidencialidad), piense en el medio ambiente`,
    footer: `
      cancelar suscripción, darse de baja, enviado desde mi, todos los derechos reservados, mensaje original,
      mensaje reenviado`,
  },
};
