import type { LanguageTable } from './language-cues.js';

export const SPANISH: LanguageTable = {
  invoice: {
    title: 'Factura | Factura simplificada | Factura proforma | Factura electrónica | Minuta de honorarios',
    labels: 'Número de factura | Fecha de factura | Factura nº | Fecha de vencimiento | Datos de facturación',
    words: 'Base imponible | Total a pagar | Importe total | forma de pago | cuota IVA | total factura',
  },
  credit_note: {
    title: 'Nota de crédito | Factura rectificativa | Abono | Nota de abono',
    labels: 'Número de abono | Factura rectificada | Factura original | Importe abonado',
    words: 'motivo de la rectificación | devolución de mercancía | a su favor | motivo del abono',
  },
  receipt: {
    title: 'Recibo | Ticket de compra | Comprobante de pago | Recibo de caja',
    labels: 'Efectivo | Cambio | Caja | Le atendió | Tarjeta | Ticket nº',
    words: 'gracias por su visita | gracias por su compra | IVA incluido | conserve este ticket | propina',
  },
  purchase_order: {
    title: 'Orden de compra | Pedido | Pedido de compra | Hoja de pedido | Nota de pedido',
    labels: 'Número de pedido | Fecha de pedido | Pedido nº | Plazo de entrega | Orden de compra nº',
    words:
      'rogamos nos suministren | condiciones de entrega | lugar de entrega | comprador | solicitado por | Proveedor',
  },
  insertion_order: {
    title: 'Orden de inserción | Orden de publicidad | Orden de difusión | Contrato de publicidad',
    labels: 'Anunciante | Fecha de inserción | Soporte publicitario | Periodo de campaña | Formato del anuncio',
    words: 'coste por mil | comisión de agencia | cuñas | campaña publicitaria | agencia de medios | inserciones',
  },
  quote: {
    title: 'Presupuesto | Cotización | Oferta | Oferta económica | Propuesta económica',
    labels:
      'Número de presupuesto | Presupuesto nº | Validez de la oferta | Válido hasta | Fecha del presupuesto | Cotización nº',
    words:
      'nos complace ofrecerle | según su solicitud | aceptación del presupuesto | validez del presupuesto | conforme cliente',
  },
  payment_reminder: {
    title:
      'Recordatorio de pago | Reclamación de pago | Requerimiento de pago | Aviso de impago | Último aviso | Segundo aviso | Aviso de vencimiento',
    labels:
      'Importe pendiente | Saldo pendiente | Facturas vencidas | Días de retraso | Intereses de demora | Factura vencida',
    words:
      'no hemos recibido el pago | se encuentra vencida | acciones legales | si ya ha realizado el pago | regularizar | deuda pendiente',
  },
  bank_statement: {
    title:
      'Extracto bancario | Extracto de cuenta | Estado de cuenta | Extracto de movimientos | Movimientos de cuenta',
    labels:
      'Saldo anterior | Saldo inicial | Saldo final | Titular de la cuenta | Fecha valor | Fecha operación | Saldo actual',
    words: 'transferencia | domiciliación | adeudo | ingresos | retirada | cargo en cuenta',
  },
  bank_check: {
    title: 'Cheque | Cheque bancario | Cheque nominativo',
    labels: 'Páguese por este cheque | páguese a la orden | la cantidad de | Cheque nº | al portador',
    words: 'para abonar en cuenta | firma del librador | no a la orden | moneda nacional',
  },
  utility_bill: {
    title:
      'Factura de electricidad | Factura de luz | Factura de gas | Factura de agua | Recibo de luz | Factura de la luz',
    labels:
      'Lectura actual | Lectura anterior | Consumo kWh | Número de contador | Potencia contratada | Punto de suministro | código CUPS',
    words:
      'peajes | término de potencia | energía consumida | alquiler de equipos | impuesto sobre la electricidad | periodo de facturación',
  },
  tax_form: {
    title:
      'Declaración de la renta | Autoliquidación | Impuesto sobre la Renta | Modelo 100 | Modelo 303 | Certificado de retenciones | Declaración anual',
    labels: 'Agencia Tributaria | Ejercicio fiscal | Número de justificante | Base liquidable | Contribuyente',
    words: 'retenciones | rendimientos del trabajo | cuota íntegra | a ingresar | a devolver | Hacienda',
  },
  mortgage_form: {
    title:
      'Solicitud de préstamo hipotecario | Préstamo hipotecario | Oferta vinculante | Ficha europea de información normalizada | Solicitud de hipoteca',
    labels:
      'Prestatario | Importe del préstamo | Tipo de interés | Plazo del préstamo | TAE | Valor de tasación | Cuota mensual',
    words:
      'hipoteca | amortización | tasación | vivienda habitual | euríbor | garantía hipotecaria | comisión de apertura',
  },
  insurance_claim: {
    title:
      'Parte de siniestro | Declaración de siniestro | Declaración amistosa de accidente | Parte de accidente | Reclamación de seguro | Aviso de siniestro',
    labels:
      'Número de siniestro | Fecha del siniestro | Lugar del siniestro | Descripción de los hechos | Asegurado | Perjudicado',
    words: 'testigos | daños | vehículo contrario | matrícula | valoración de daños | denuncia',
  },
  insurance_policy: {
    title:
      'Póliza de seguro | Póliza | Condiciones particulares | Condiciones generales del seguro | Certificado de seguro',
    labels:
      'Tomador del seguro | Número de póliza | Suma asegurada | Prima total | Franquicia | Vigencia de la póliza | Efecto del seguro',
    words: 'coberturas | asegurador | responsabilidad civil | riesgos cubiertos | prima anual',
  },
  financial_statement: {
    title:
      'Balance de situación | Cuenta de pérdidas y ganancias | Cuentas anuales | Estados financieros | Estado de flujos de efectivo | Balance general | Estado de resultados',
    labels:
      'Activo corriente | Activo no corriente | Patrimonio neto | Pasivo corriente | Importe neto de la cifra de negocios | Resultado del ejercicio',
    words: 'amortización | acreedores | deudores comerciales | total activo | resultado de explotación',
  },
  contract: {
    title:
      'Contrato | Contrato de prestación de servicios | Contrato de arrendamiento | Contrato de trabajo | Contrato de compraventa | Convenio | Contrato de licencia | Acuerdo marco',
    labels:
      'Reunidos | Exponen | Cláusulas | De una parte | De otra parte | en adelante | Objeto del contrato | Comparecen',
    words:
      'rescisión | jurisdicción | legislación aplicable | duración del contrato | ambas partes | por duplicado ejemplar | fuerza mayor',
  },
  nda: {
    title:
      'Acuerdo de confidencialidad | Contrato de confidencialidad | Convenio de confidencialidad | Compromiso de confidencialidad',
    labels: 'información confidencial | parte reveladora | parte receptora | parte divulgadora',
    words: 'no divulgar | deber de confidencialidad | guardar secreto | obligación de confidencialidad',
  },
  court_filing: {
    title:
      'Sentencia | Escrito de demanda | Cédula de notificación | Providencia | Recurso de apelación | Contestación a la demanda | Demanda judicial',
    labels:
      'Demandante | Demandado | Procedimiento ordinario | Autos nº | Antecedentes de hecho | Fundamentos de derecho | Procurador',
    words:
      'juzgado de primera instancia | audiencia provincial | fallo | suplico al juzgado | magistrado | letrado | costas',
  },
  power_of_attorney: {
    title:
      'Poder | Poder notarial | Poder general | Carta poder | Poder especial | Escritura de poder | Autorización de representación',
    labels: 'Poderdante | Apoderado | otorga poder | confiere poder | confiero poder',
    words: 'en nombre y representación | facultades | me represente | revocar | tan amplio como en derecho',
  },
  legal_document: {
    title:
      'Testamento | Estatutos | Escritura pública | Escritura de compraventa | Acta notarial | Declaración jurada | Ley orgánica | Real Decreto | Reglamento',
    labels: 'ante mí | notario de | doy fe | última voluntad | comparece | artículo primero',
    words: 'otorgante | protocolo | disposición adicional | Boletín Oficial | heredero | capital social | legado',
  },
  medical_record: {
    title:
      'Informe médico | Informe de alta | Historia clínica | Informe clínico | Informe de urgencias | Nota de evolución | Parte médico',
    labels:
      'Diagnóstico | Antecedentes personales | Motivo de consulta | Exploración física | Juicio clínico | Paciente | Tratamiento al alta',
    words: 'ingreso | alta hospitalaria | tensión arterial | alergias | enfermedad actual | médico responsable',
  },
  lab_report: {
    title:
      'Resultados de laboratorio | Análisis clínicos | Informe de laboratorio | Analítica | Análisis de sangre | Resultados de análisis',
    labels: 'Valores de referencia | Intervalo de referencia | Fecha de extracción | Muestra',
    words: 'hemoglobina | leucocitos | plaquetas | hematíes | creatinina | glucosa | colesterol | hemograma',
  },
  prescription: {
    title: 'Receta médica | Receta | Prescripción médica | Receta electrónica | Hoja de medicación',
    labels: 'Médico prescriptor | Nº de colegiado | Cédula profesional | Posología | Duración del tratamiento | Pauta',
    words: 'comprimidos | cada ocho horas | cada 8 horas | tomar | cápsulas | farmacia | envases | vía oral',
  },
  insurance_card: {
    title: 'Tarjeta sanitaria | Tarjeta sanitaria individual | Tarjeta sanitaria europea | Tarjeta de asegurado',
    labels: 'Número de afiliación | Código de identificación | Número de la Seguridad Social | Titular | código CIP',
    words: 'servicio de salud | sistema nacional de salud | caducidad | mutua | asistencia sanitaria',
  },
  delivery_note: {
    title: 'Albarán | Albarán de entrega | Nota de entrega | Lista de empaque | Guía de despacho | Remito',
    labels: 'Número de albarán | Albarán nº | Cantidad entregada',
    words: 'recibido conforme | bultos | firma del receptor | palés | peso neto | mercancía entregada',
  },
  bill_of_lading: {
    title: 'Conocimiento de embarque | Carta de porte | Guía aérea | Carta de porte internacional | Guía de carga',
    labels:
      'Cargador | Consignatario | Transportista | Puerto de carga | Puerto de descarga | Embarcador | Notificar a',
    words: 'peso bruto | flete pagado | contenedor | buque | número de bultos | lugar de entrega',
  },
  customs_declaration: {
    title:
      'Declaración de aduanas | Declaración aduanera | Declaración de importación | Declaración de exportación | Documento único administrativo | Pedimento',
    labels:
      'Aduana de despacho | Código arancelario | País de origen | Valor en aduana | Partida arancelaria | Declarante | Fracción arancelaria',
    words: 'aduana | derechos arancelarios | régimen aduanero | masa bruta | masa neta | valor estadístico',
  },
  resume: {
    title: 'Currículum vitae | Currículum | Hoja de vida | Perfil profesional',
    labels:
      'Experiencia laboral | Experiencia profesional | Formación académica | Idiomas | Habilidades | Datos personales',
    words: 'licenciatura | bachillerato | carné de conducir | lengua materna | máster | conocimientos de informática',
  },
  payslip: {
    title: 'Nómina | Recibo de salarios | Recibo individual de salarios | Recibo de nómina | Liquidación de sueldo',
    labels:
      'Devengos | Deducciones | Líquido a percibir | Salario base | Grupo de cotización | Total devengado | Categoría profesional',
    words:
      'contingencias comunes | retención IRPF | seguridad social | pagas extraordinarias | desempleo | horas extraordinarias',
  },
  expense_report: {
    title:
      'Informe de gastos | Hoja de gastos | Nota de gastos | Liquidación de gastos | Gastos de viaje | Liquidación de gastos de viaje | Reembolso de gastos',
    labels: 'Motivo del viaje | Kilometraje | Dietas | Alojamiento | Total a reembolsar | Empleado',
    words:
      'kilómetros recorridos | peajes | justificantes adjuntos | anticipo | aprobado por | manutención | desplazamiento',
  },
  employment_reference: {
    title:
      'Certificado laboral | Certificado de trabajo | Carta de recomendación | Constancia laboral | Certificado de empresa | Constancia de trabajo',
    labels:
      'ha prestado sus servicios | trabajó en nuestra empresa | desempeñando el cargo | a quien corresponda | certifica que ha trabajado | labora en esta empresa',
    words:
      'con contrato indefinido | a petición del interesado | recomendamos | excelente desempeño | para los fines que estime convenientes',
  },
  identity_document: {
    title:
      'Documento nacional de identidad | Pasaporte | Permiso de conducir | Permiso de residencia | Cédula de ciudadanía | Cédula de identidad | Licencia de conducir',
    labels:
      'Nacionalidad | Lugar de nacimiento | Fecha de nacimiento | Válido hasta | Fecha de expedición | Apellidos | Sexo',
    words: 'Reino de España | Ministerio del Interior | firma del titular | domicilio | hijo de | caducidad',
  },
  government_form: {
    title:
      'Solicitud | Solicitud de | Formulario de solicitud | Solicitud de empadronamiento | Solicitud de ayuda | Instancia general | Solicitud de licencia',
    labels:
      'Datos del solicitante | A rellenar por la administración | Registro de entrada | Documentación que se adjunta | Representante legal | Marque con una X',
    words:
      'ayuntamiento | expone | solicita | escriba con mayúsculas | organismo | sello de registro | protección de datos',
  },
  certificate: {
    title:
      'Certificado | Certificado de nacimiento | Acta de matrimonio | Acta de nacimiento | Diploma | Certificado de matrimonio | Certificado de origen | Acta de defunción',
    labels: 'certifica que | certifico que | ha superado | se otorga | hace constar | registro civil',
    words: 'expide el presente | con aprovechamiento | encargado del registro | inscrito | y para que conste',
  },
  email: {
    title: 'Mensaje reenviado | Mensaje original',
    labels: 'Enviado desde mi | escribió | Enviado el | Datos adjuntos',
    words: 'adjunto encontrará | adjunto le envío | un cordial saludo | este mensaje es confidencial',
  },
  letter: {
    title: 'Carta de presentación | Carta certificada | Carta abierta',
    labels:
      'Estimado señor | Estimada señora | Muy señor mío | Muy señores nuestros | Estimados señores | Nuestra referencia',
    words:
      'atentamente | reciba un cordial saludo | le saluda atentamente | en relación con su carta | quedamos a su disposición',
  },
  termination: {
    title:
      'Solicitud de baja | Baja de contrato | Cancelación de contrato | Resolución de contrato | Rescisión de contrato | Carta de renuncia | Carta de baja',
    labels: 'número de contrato | fecha de baja | preaviso | número de abonado | titular del contrato',
    words: 'dar de baja | tramiten la baja | acuse de recibo | dejen de cargar | sin permanencia',
  },
  complaint: {
    title: 'Reclamación | Hoja de reclamaciones | Queja | Carta de reclamación | Formulario de reclamación',
    labels: 'número de reclamación | motivo de la reclamación | hechos | reclamante | fecha de compra',
    words:
      'devolución del importe | producto defectuoso | mi descontento | solicito una solución | quedo a la espera de su respuesta',
  },
  memo: {
    title:
      'Memorando | Memorándum | Nota interna | Circular | Comunicado interno | Nota informativa | Comunicación interna',
    labels: 'A todo el personal | Para conocimiento | Departamento emisor | Referencia interna',
    words: 'se comunica | a partir del | jefe de departamento | rogamos',
  },
  report: {
    title: 'Informe | Informe anual | Memoria anual | Dictamen | Informe final | Acta de reunión | Informe pericial',
    labels: 'Índice | Resumen ejecutivo | Introducción | Conclusiones | Orden del día | Asistentes',
    words: 'anexo | recomendaciones | metodología | gráfico | bibliografía | figura',
  },
};
