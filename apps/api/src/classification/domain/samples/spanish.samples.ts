import type { WordedType } from '../cues/languages/language-cues.js';

/** Short invented documents, one a type. */
export const SPANISH_SAMPLES: Readonly<Record<WordedType, string>> = {
  invoice:
    'Talleres Olmo S.L.\nFACTURA\nFactura nº 77   Fecha de factura: 10/01/2024\nRevisión 80,00\nBase imponible 80,00   cuota IVA 16,80\nTotal a pagar 96,80',
  credit_note:
    'Talleres Olmo\nFACTURA RECTIFICATIVA\nNúmero de abono R-3   Factura rectificada 77\nMotivo de la rectificación: devolución de mercancía\nImporte abonado 20,00',
  receipt:
    'Panadería Prado\nTICKET DE COMPRA\nCaja 2   Le atendió: Eva\nPan 4,20\nEfectivo 5,00   Cambio 0,80\nGracias por su visita   IVA incluido   conserve este ticket',
  purchase_order:
    'Obras Prado\nORDEN DE COMPRA\nOrden de compra nº 4500   Fecha de pedido 02/05/2024\nRogamos nos suministren 40 bisagras\nPlazo de entrega 20 días   lugar de entrega: almacén',
  insertion_order:
    'ORDEN DE INSERCIÓN\nAnunciante: Larkspur   Soporte publicitario: Radio Tarn\nPeriodo de campaña: junio   Formato del anuncio: 30 s\ncomisión de agencia 15 %   cuñas',
  quote:
    'Pinturas Prado\nPRESUPUESTO\nPresupuesto nº 77   Válido hasta 30/06/2024\nSegún su solicitud nos complace ofrecerle\nTotal 1.200,00   Aceptación del presupuesto: conforme cliente',
  payment_reminder:
    'Talleres Olmo\nRECLAMACIÓN DE PAGO\nNo hemos recibido el pago de la factura, que se encuentra vencida.\nImporte pendiente 96,80   Días de retraso 20\nIntereses de demora y acciones legales',
  bank_statement:
    'Banco Prado\nEXTRACTO DE CUENTA\nTitular de la cuenta: Ida Lund\nSaldo anterior 1.000,00\nFecha operación   Fecha valor   adeudo 20,00   transferencia\nSaldo final 980,00',
  bank_check:
    'CHEQUE NOMINATIVO\nPáguese por este cheque a Ida Lund la cantidad de cien euros\nCheque nº 12   no a la orden   firma del librador',
  utility_bill:
    'Energía Prado\nFACTURA DE ELECTRICIDAD\nPunto de suministro   Número de contador 55   código CUPS ES0\nLectura actual 20113   Lectura anterior 18000   Potencia contratada 4,6\npeajes   alquiler de equipos',
  tax_form:
    'Agencia Tributaria\nDECLARACIÓN DE LA RENTA\nEjercicio fiscal 2023   Número de justificante 100\nBase liquidable 30.000   cuota íntegra 5.000   retenciones 4.000\nrendimientos del trabajo   a devolver',
  mortgage_form:
    'SOLICITUD DE PRÉSTAMO HIPOTECARIO\nPrestatario: Ida Lund   Importe del préstamo 200.000   Plazo del préstamo 20 años   TAE 3,2\nValor de tasación 250.000   cuota mensual 1.100   vivienda habitual',
  insurance_claim:
    'PARTE DE SINIESTRO\nNúmero de siniestro 77   Asegurado: Ida Lund\nFecha del siniestro 3 de marzo   Lugar del siniestro: Madrid\nDescripción de los hechos: fuga de agua   testigos: ninguno',
  insurance_policy:
    'PÓLIZA DE SEGURO\nCondiciones particulares\nTomador del seguro: Ida Lund   Número de póliza 55\nSuma asegurada 50.000   Prima total 300   Franquicia 150\nriesgos cubiertos   asegurador',
  financial_statement:
    'Obras Prado S.L.\nCUENTAS ANUALES\nBalance de situación al 31 de diciembre de 2023\nActivo no corriente 500   Activo corriente 300   Patrimonio neto 400\nacreedores 100   Resultado del ejercicio 50   total activo 800',
  contract:
    'CONTRATO DE PRESTACIÓN DE SERVICIOS\nREUNIDOS. De una parte, Obras Prado, en adelante el cliente, y de otra parte, Larkspur.\nEXPONEN\nCLÁUSULAS\nPrimera. Objeto del contrato\nSegunda. Duración del contrato y rescisión\nTercera. Legislación aplicable y jurisdicción. Ambas partes firman por duplicado ejemplar.',
  nda: 'ACUERDO DE CONFIDENCIALIDAD\nContrato entre las partes. REUNIDOS. EXPONEN. CLÁUSULAS. La parte reveladora entrega información confidencial a la parte receptora, que se obliga a no divulgar y a guardar secreto. Deber de confidencialidad. Legislación aplicable.',
  court_filing:
    'Juzgado de Primera Instancia nº 3\nSENTENCIA\nProcedimiento ordinario   Autos nº 100/24\nDemandante: Ida Lund   Demandado: Jean Morel\nAntecedentes de hecho\nFundamentos de derecho\nFallo   costas   El magistrado',
  power_of_attorney:
    'PODER NOTARIAL\nEl poderdante Tom Brooks otorga poder al apoderado Ida Lund, para que en su nombre y representación ejerza las facultades siguientes, tan amplio como en derecho.',
  legal_document:
    'ESCRITURA PÚBLICA\nAnte mí, notario de Madrid, comparece el otorgante. Doy fe.\nProtocolo 100. Artículo primero. Capital social.',
  medical_record:
    'Hospital Prado\nINFORME DE ALTA\nPaciente: nacido en 1970   Motivo de consulta: dolor\nAntecedentes personales: sin alergias\nExploración física normal\nJuicio clínico: gastritis   Diagnóstico\nTratamiento al alta',
  lab_report:
    'Laboratorio Prado\nANÁLISIS CLÍNICOS\nFecha de extracción 3/5   Valores de referencia   Muestra\nLeucocitos 6,1   Hematíes 4,5   Plaquetas 250\nHemoglobina 14   Creatinina 0,9   Colesterol 180',
  prescription:
    'RECETA MÉDICA\nMédico prescriptor: Dra. Eva Horn   Nº de colegiado 100\nAmoxi 500, comprimidos, tomar cada 8 horas\nPosología   Duración del tratamiento 6 días   farmacia',
  insurance_card:
    'TARJETA SANITARIA INDIVIDUAL\nServicio de Salud\nTitular: Ida Lund   Número de la Seguridad Social 28   código CIP 100\nsistema nacional de salud   caducidad 2027',
  delivery_note:
    'Obras Prado\nALBARÁN DE ENTREGA\nAlbarán nº 5512   Cantidad entregada 40   bultos 2   peso neto 12 kg\nMercancía entregada   Recibido conforme   firma del receptor',
  bill_of_lading:
    'CARTA DE PORTE INTERNACIONAL\nCargador Prado   Transportista Corvo   Consignatario Larkspur\nlugar de entrega Viena   número de bultos 4   peso bruto 300 kg   flete pagado',
  customs_declaration:
    'DECLARACIÓN DE ADUANAS\nDeclarante Prado   Aduana de despacho Barcelona   País de origen CN\nCódigo arancelario 8415   Valor en aduana 900   masa neta 12\nderechos arancelarios',
  resume:
    'CURRÍCULUM VITAE\nDatos personales: Ida Lund\nExperiencia laboral 2015-2020 contable\nFormación académica: bachillerato, licenciatura\nIdiomas: inglés   conocimientos de informática   carné de conducir',
  payslip:
    'Obras Prado\nRECIBO DE SALARIOS mayo 2024\nCategoría profesional   Grupo de cotización 5\nSalario base 2.000   Total devengado 2.300   Deducciones   contingencias comunes 100\nretención IRPF 300   Líquido a percibir 1.800',
  expense_report:
    'Obras Prado\nLIQUIDACIÓN DE GASTOS DE VIAJE\nEmpleado: Ida Lund   Motivo del viaje: feria   kilómetros recorridos 300\nKilometraje 60,00   Dietas 28,00   Alojamiento 90,00\nTotal a reembolsar 178,00   justificantes adjuntos',
  employment_reference:
    'CERTIFICADO LABORAL\nA quien corresponda: la señora Lund trabajó en nuestra empresa desempeñando el cargo de contable, con contrato indefinido. Excelente desempeño. Se expide a petición del interesado.',
  identity_document:
    'REINO DE ESPAÑA\nDOCUMENTO NACIONAL DE IDENTIDAD\nApellidos LUND   Nombre IDA   Sexo F\nNacionalidad ESP   Fecha de nacimiento 01 02 1980   Lugar de nacimiento Madrid\nVálido hasta 2030',
  government_form:
    'Ayuntamiento de Prado   Registro de entrada\nSOLICITUD DE LICENCIA\nDatos del solicitante ____________   Representante legal ____________\nMarque con una X ☐ sí ☐ no   Documentación que se adjunta\nA rellenar por la administración\nEXPONE   SOLICITA',
  certificate:
    'DIPLOMA\nSe otorga a Ida Lund, que ha superado el curso con aprovechamiento.\nHace constar el director. Y para que conste se expide el presente.',
  email:
    'De: Ida Lund\nEnviado: 3 de mayo de 2024\nPara: Jean Morel\nAsunto: Cita\n\nHola, adjunto encontrará el plano.\nUn cordial saludo\nEnviado desde mi iPhone',
  letter:
    'Obras Prado   Madrid, 3 de mayo de 2024\nNuestra referencia: ab\nEstimado señor Morel:\nEn relación con su carta, le agradecemos su visita. Quedamos a su disposición.\nLe saluda atentamente',
  termination:
    'Lucía Prado, Calle Mayor 4, Madrid\nTarn Telefonía\nMadrid, 3 de mayo de 2024\nSolicitud de baja\nMuy señores míos:\nsolicito la baja de mi contrato, número de contrato 55-771, con efectos desde el 30 de junio de 2024.\nRuego confirmación por escrito.\nAtentamente\nLucía Prado',
  complaint:
    'Hoja de reclamaciones\nreclamante: Lucía Prado   fecha de compra: 2 de mayo de 2024\nMotivo de la reclamación: el armario es un producto defectuoso.\nHechos: las puertas no cierran. Pido la devolución del importe.',
  memo: 'MEMORANDO\nA todo el personal   Para conocimiento\nDepartamento emisor: dirección\nSe comunica que a partir del 3 de mayo cada jefe de departamento llevará una lista.',
  report:
    'INFORME FINAL\nÍndice\nResumen ejecutivo\nMetodología\nConclusiones\nRecomendaciones\nOrden del día   Asistentes\nBibliografía   Anexo',
};
