import type { LanguageTable } from './language-cues.js';

export const PORTUGUESE: LanguageTable = {
  invoice: {
    title: 'Fatura | Nota fiscal | Factura | Nota fiscal eletrônica | Fatura proforma | Fatura-recibo',
    labels:
      'Número da fatura | Data da fatura | Fatura n | Data de vencimento | Data de emissão da fatura | Contribuinte n',
    words:
      'Total a pagar | Valor total da nota | base de cálculo | condições de pagamento | taxa de IVA | total da fatura',
  },
  credit_note: {
    title: 'Nota de crédito | Nota de devolução | Nota de estorno',
    labels: 'Número da nota de crédito | Fatura de origem | Valor creditado | Referente à fatura',
    words: 'motivo do crédito | devolução de mercadoria | a seu crédito | anulação da fatura',
  },
  receipt: {
    title: 'Recibo | Cupom fiscal | Talão | Fatura simplificada | Recibo de pagamento | Talão de compra',
    labels: 'Troco | Dinheiro | Caixa | Multibanco | Valor recebido | Cartão de débito',
    words:
      'obrigado pela preferência | volte sempre | obrigado pela sua visita | IVA incluído | valor pago | consumidor final',
  },
  purchase_order: {
    title: 'Ordem de compra | Pedido de compra | Nota de encomenda | Encomenda | Pedido de compras',
    labels: 'Número da encomenda | Data do pedido | Prazo de entrega | Pedido n | Ordem de compra n',
    words:
      'solicitamos o fornecimento | condições de entrega | local de entrega | comprador | requisitante | Fornecedor',
  },
  insertion_order: {
    title: 'Ordem de inserção | Pedido de inserção | Autorização de publicidade | Ordem de publicidade',
    labels:
      'Anunciante | Veículo | Período de veiculação | Data de inserção | Formato do anúncio | Período da campanha',
    words: 'custo por mil | comissão de agência | campanha publicitária | inserções | spots | agência de publicidade',
  },
  quote: {
    title: 'Orçamento | Proposta comercial | Cotação | Proposta de preço | Proposta de orçamento',
    labels: 'Número do orçamento | Orçamento n | Validade da proposta | Válido até | Data do orçamento | Proposta n',
    words:
      'temos o prazer de apresentar | conforme sua solicitação | aceitação da proposta | validade do orçamento | conforme solicitado',
  },
  payment_reminder: {
    title:
      'Aviso de cobrança | Lembrete de pagamento | Carta de cobrança | Aviso de pagamento em atraso | Notificação de débito | Segundo aviso | Interpelação para pagamento',
    labels: 'Valor em atraso | Valor em aberto | Faturas vencidas | Dias de atraso | Juros de mora | Fatura vencida',
    words:
      'não identificamos o pagamento | encontra-se vencida | medidas judiciais | caso já tenha efetuado o pagamento | regularização | em dívida',
  },
  bank_statement: {
    title:
      'Extrato bancário | Extrato de conta | Extrato de conta corrente | Extrato combinado | Extrato de movimentos',
    labels:
      'Saldo anterior | Saldo inicial | Saldo final | Titular da conta | Data valor | Saldo disponível | Saldo contabilístico',
    words: 'transferência | débito direto | levantamento | lançamentos | depósito | tarifa | movimentos',
  },
  bank_check: {
    title: 'Cheque | Cheque bancário | Cheque cruzado',
    labels: 'Pague por este cheque | pague-se por este cheque | a quantia de | Cheque n | à ordem de',
    words: 'não à ordem | assinatura do sacador | centavos acima | quantia por extenso',
  },
  utility_bill: {
    title:
      'Conta de luz | Conta de energia | Fatura de eletricidade | Conta de água | Fatura de energia elétrica | Fatura de gás | Fatura de água',
    labels:
      'Leitura atual | Leitura anterior | Consumo kWh | Número do medidor | Código do ponto de entrega | Unidade consumidora | Potência contratada',
    words:
      'tarifa de uso | bandeira tarifária | energia consumida | contador | período de faturação | iluminação pública',
  },
  tax_form: {
    title:
      'Declaração de rendimentos | Declaração de imposto de renda | Modelo 3 | Declaração periódica de IVA | Nota de liquidação | Comprovante de rendimentos | Informe de rendimentos',
    labels:
      'Autoridade Tributária | Ano-calendário | Sujeito passivo | Rendimento coletável | Número de identificação fiscal | Receita Federal | CPF do contribuinte',
    words: 'IRS | imposto retido na fonte | deduções à coleta | rendimentos tributáveis | imposto devido | ano fiscal',
  },
  mortgage_form: {
    title:
      'Pedido de crédito à habitação | Crédito habitação | Financiamento imobiliário | Ficha de informação normalizada europeia | Proposta de financiamento imobiliário',
    labels:
      'Mutuário | Montante do empréstimo | Taxa de juro | Prazo do empréstimo | TAEG | Valor de avaliação | Valor do financiamento',
    words: 'hipoteca | prestação mensal | amortização | imóvel | avaliação | comissão de abertura',
  },
  insurance_claim: {
    title:
      'Participação de sinistro | Declaração amigável | Aviso de sinistro | Comunicação de sinistro | Declaração amigável de acidente automóvel',
    labels: 'Número do sinistro | Data do sinistro | Local do sinistro | Descrição do acidente | Segurado | Lesado',
    words: 'testemunhas | danos visíveis | veículo A | matrícula | boletim de ocorrência | indemnização',
  },
  insurance_policy: {
    title: 'Apólice de seguro | Apólice | Condições particulares | Condições gerais do seguro | Certificado de seguro',
    labels:
      'Tomador do seguro | Número da apólice | Capital seguro | Prêmio total | Franquia | Vigência da apólice | Início da vigência',
    words: 'coberturas | segurador | responsabilidade civil | riscos cobertos | importância segurada',
  },
  financial_statement: {
    title:
      'Balanço patrimonial | Demonstração de resultados | Demonstração do resultado do exercício | Demonstrações financeiras | Demonstração dos fluxos de caixa | Balancete | Balanço em',
    labels:
      'Ativo circulante | Ativo não circulante | Capital próprio | Patrimônio líquido | Passivo corrente | Receita líquida | Resultado líquido',
    words: 'depreciações | fornecedores | contas a receber | total do ativo | resultado operacional',
  },
  contract: {
    title:
      'Contrato | Contrato de prestação de serviços | Contrato de arrendamento | Contrato de trabalho | Contrato de compra e venda | Acordo | Contrato de locação | Contrato de licença',
    labels:
      'Entre as partes | Cláusula primeira | doravante designado | doravante denominada | Objeto do contrato | Contratante | Contratada',
    words:
      'rescisão | foro competente | lei aplicável | vigência do contrato | ambas as partes | força maior | em duas vias',
  },
  nda: {
    title:
      'Acordo de confidencialidade | Termo de confidencialidade | Acordo de não divulgação | Contrato de confidencialidade | Termo de sigilo',
    labels: 'informações confidenciais | parte reveladora | parte receptora | parte divulgadora',
    words: 'dever de sigilo | não divulgar | obrigação de confidencialidade | sigilo',
  },
  court_filing: {
    title: 'Petição inicial | Sentença | Acórdão | Despacho | Contestação | Mandado | Citação | Recurso',
    labels: 'Processo n | Requerente | Requerido | Exmo. Sr. Dr. Juiz | Meritíssimo Juiz | o autor | o réu',
    words:
      'tribunal judicial | tribunal de justiça | vara cível | comarca | nestes termos | condena | dos fatos | do direito',
  },
  power_of_attorney: {
    title:
      'Procuração | Procuração forense | Procuração pública | Procuração particular | Substabelecimento | Mandato de representação',
    labels:
      'Outorgante | Outorgado | constitui seu procurador | constitui seu bastante procurador | confere poderes | mandatário',
    words: 'amplos poderes | representar | em seu nome | poderes especiais | substabelecer',
  },
  legal_document: {
    title:
      'Testamento | Estatutos | Escritura pública | Estatuto social | Contrato social | Declaração sob compromisso de honra | Decreto-Lei | Escritura de compra e venda',
    labels: 'perante mim | notário | tabelião | última vontade | compareceram | artigo primeiro',
    words: 'outorgantes | Diário da República | Diário Oficial | herdeiro | legado | capital social | em vigor',
  },
  medical_record: {
    title:
      'Relatório médico | Nota de alta | Prontuário médico | Resumo de alta | Atestado médico | Processo clínico | Relatório de alta',
    labels:
      'Diagnóstico | Antecedentes pessoais | Motivo da consulta | Exame físico | História da doença atual | Conduta | Paciente',
    words: 'internamento | internação | alta hospitalar | pressão arterial | alergias | medicação habitual',
  },
  lab_report: {
    title:
      'Resultados de análises | Análises clínicas | Exames laboratoriais | Laudo laboratorial | Resultado de exames | Exame de sangue',
    labels:
      'Valores de referência | Intervalo de referência | Data da colheita | Data da coleta | Amostra | Material biológico',
    words: 'hemoglobina | leucócitos | plaquetas | eritrócitos | creatinina | glicose | colesterol | hemograma',
  },
  prescription: {
    title:
      'Receita médica | Receituário | Prescrição médica | Receita eletrónica | Guia de tratamento | Receita de medicamentos',
    labels: 'Médico prescritor | Posologia | Receita nº | Cédula profissional | Uso oral | CRM nº',
    words: 'comprimidos | de 8 em 8 horas | tomar | cápsulas | farmácia | embalagem | uma vez ao dia | vezes ao dia',
  },
  insurance_card: {
    title:
      'Cartão de saúde | Cartão de utente | Cartão europeu de seguro de doença | Cartão nacional de saúde | Carteira do plano de saúde',
    labels: 'Número de utente | Número da carteira | Número de beneficiário | Plano de saúde | Segmentação | Carência',
    words: 'serviço nacional de saúde | beneficiário | operadora | acomodação | validade',
  },
  delivery_note: {
    title: 'Guia de remessa | Guia de transporte | Nota de entrega | Romaneio | Guia de entrega | Lista de embalagem',
    labels: 'Número da guia | Guia n | Local de descarga | Morada de entrega | Quantidade entregue',
    words: 'recebi a mercadoria | volumes | assinatura do recebedor | paletes | peso líquido | mercadoria recebida',
  },
  bill_of_lading: {
    title:
      'Conhecimento de embarque | Conhecimento de transporte | Carta de porte | Conhecimento aéreo | Declaração de expedição',
    labels: 'Embarcador | Consignatário | Transportador | Porto de embarque | Porto de descarga | Notificar',
    words: 'peso bruto | frete pago | contentor | navio | número de volumes | local de carga | Expedidor',
  },
  customs_declaration: {
    title:
      'Declaração aduaneira | Declaração de importação | Declaração de exportação | Documento administrativo único | Declaração alfandegária',
    labels:
      'Alfândega | Valor aduaneiro | País de origem | Código pautal | Classificação fiscal NCM | Declarante | Estância aduaneira',
    words: 'direitos aduaneiros | regime aduaneiro | massa bruta | massa líquida | desembaraço | despachante',
  },
  resume: {
    title: 'Curriculum vitae | Currículo | Perfil profissional | Currículo profissional',
    labels:
      'Experiência profissional | Formação acadêmica | Formação académica | Competências | Idiomas | Dados pessoais',
    words: 'licenciatura | ensino médio | estágio | carta de condução | língua materna | mestrado | informática',
  },
  payslip: {
    title:
      'Recibo de vencimento | Holerite | Contracheque | Folha de pagamento | Demonstrativo de pagamento | Recibo de ordenado',
    labels:
      'Vencimento base | Total líquido | Salário base | Líquido a receber | Total de vencimentos | Total de descontos | Categoria profissional',
    words:
      'segurança social | subsídio de alimentação | FGTS | retenção na fonte | INSS | subsídio de férias | horas extras',
  },
  expense_report: {
    title:
      'Relatório de despesas | Nota de despesas | Mapa de despesas | Reembolso de despesas | Prestação de contas de viagem | Despesas de viagem | Boletim itinerário',
    labels: 'Motivo da viagem | Quilometragem | Ajudas de custo | Alojamento | Total a reembolsar',
    words:
      'quilómetros percorridos | portagens | comprovantes anexos | adiantamento | aprovado por | refeições | deslocação',
  },
  employment_reference: {
    title:
      'Carta de recomendação | Declaração de trabalho | Certificado de trabalho | Declaração de vínculo | Carta de referência | Declaração da entidade patronal',
    labels:
      'declaramos que trabalhou | trabalhou nesta empresa | exerceu as funções | é nosso funcionário | ao nosso serviço',
    words:
      'na categoria de | contrato sem termo | a pedido do interessado | recomendamos | por ser verdade | nada que o desabone',
  },
  identity_document: {
    title:
      'Cartão de cidadão | Bilhete de identidade | Passaporte | Carta de condução | Carteira de identidade | Título de residência | Carteira nacional de habilitação',
    labels:
      'Nacionalidade | Naturalidade | Data de nascimento | Data de validade | Filiação | Órgão emissor | Apelidos',
    words:
      'República Portuguesa | República Federativa do Brasil | assinatura do titular | altura | sexo | registro geral',
  },
  government_form: {
    title:
      'Requerimento | Formulário de pedido | Pedido de licença | Pedido de apoio | Declaração de início de atividade | Pedido de certidão | Formulário de candidatura',
    labels:
      'Identificação do requerente | A preencher pelos serviços | Espaço reservado aos serviços | Documentos a anexar | Assinale com X | O requerente',
    words:
      'câmara municipal | junta de freguesia | prefeitura | letra maiúscula | pede deferimento | órgão público | serviços municipais',
  },
  certificate: {
    title:
      'Certificado | Certidão | Certidão de nascimento | Certidão de casamento | Diploma | Certidão permanente | Certificado de origem | Certidão de óbito',
    labels:
      'certifica que | certifico que | concluiu com aproveitamento | conferido a | participou | conservatória do registo civil',
    words: 'conclusão do curso | carga horária | oficial do registro | consta dos registos | aprovado | concedido',
  },
  email: {
    title: 'Mensagem encaminhada | Mensagem original',
    labels: 'Enviado do meu | escreveu | Enviado em',
    words: 'em anexo | segue em anexo | com os melhores cumprimentos | esta mensagem é confidencial',
  },
  letter: {
    title: 'Carta de apresentação | Carta registada | Ofício',
    labels: 'Exmo. Senhor | Exma. Senhora | Prezado senhor | Prezada senhora | Prezados senhores | Vossa referência',
    words: 'atenciosamente | com os melhores cumprimentos | venho por este meio | ficamos ao dispor | subscrevemo-nos',
  },
  termination: {
    title:
      'Rescisão de contrato | Denúncia de contrato | Cancelamento de contrato | Pedido de cancelamento | Rescisão do contrato | Carta de demissão | Carta de rescisão',
    labels: 'número do contrato | aviso prévio | data de cessação | número de cliente | fidelização',
    words:
      'cessar os débitos | confirmação do cancelamento | período de fidelização | deixar de prestar | cancelamento do serviço',
  },
  complaint: {
    title: 'Reclamação | Folha de reclamação | Livro de reclamações | Carta de reclamação | Formulário de reclamação',
    labels: 'número da reclamação | motivo da reclamação | reclamante | data da compra | descrição da reclamação',
    words: 'produto com defeito | devolução do valor | a minha insatisfação | exijo a resolução | aguardo uma resposta',
  },
  memo: {
    title: 'Memorando | Comunicação interna | Nota interna | Circular | Comunicado interno | Nota de serviço',
    labels:
      'A todos os colaboradores | Para conhecimento | Serviço emissor | Setor de origem | A todos os funcionários',
    words: 'comunicamos que | a partir de | chefe de departamento | solicitamos',
  },
  report: {
    title:
      'Relatório | Relatório anual | Parecer | Relatório final | Ata de reunião | Relatório técnico | Laudo pericial',
    labels: 'Índice | Sumário executivo | Introdução | Conclusões | Ordem de trabalhos | estiveram presentes',
    words: 'anexo | recomendações | metodologia | gráfico | bibliografia | considerações finais',
  },
};
