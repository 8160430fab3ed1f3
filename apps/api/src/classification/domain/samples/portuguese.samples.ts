import type { WordedType } from '../cues/languages/language-cues.js';

/** Short invented documents, one a type. */
export const PORTUGUESE_SAMPLES: Readonly<Record<WordedType, string>> = {
  invoice:
    'Oficina Matos Lda\nFATURA\nFatura n 77   Data da fatura: 10/01/2024   Data de vencimento 10/02/2024\nRevisão 80,00\ntaxa de IVA 23%   Total a pagar 98,40',
  credit_note:
    'Oficina Matos\nNOTA DE CRÉDITO\nNúmero da nota de crédito 3   Referente à fatura 77\nMotivo do crédito: devolução de mercadoria\nValor creditado 20,00',
  receipt:
    'Padaria Prado\nCUPOM FISCAL\nCaixa 2   Pão 4,20\nDinheiro 5,00   Troco 0,80\nObrigado pela preferência, volte sempre   consumidor final',
  purchase_order:
    'Obras Matos\nPEDIDO DE COMPRA\nPedido n 4500   Data do pedido 02/05/2024\nSolicitamos o fornecimento de 40 dobradiças\nPrazo de entrega 20 dias   local de entrega: armazém',
  insertion_order:
    'ORDEM DE INSERÇÃO\nAnunciante: Larkspur   Veículo: Rádio Tarn\nPeríodo de veiculação: junho   Formato do anúncio: 30 s\ncomissão de agência 15 %   campanha publicitária',
  quote:
    'Pinturas Matos\nORÇAMENTO\nOrçamento n 77   Validade da proposta: 30 dias\nConforme sua solicitação, temos o prazer de apresentar\nTotal 1.200,00   aceitação da proposta',
  payment_reminder:
    'Oficina Matos\nAVISO DE COBRANÇA\nNão identificamos o pagamento da fatura, que se encontra vencida.\nValor em atraso 98,40   Dias de atraso 20\nJuros de mora e medidas judiciais',
  bank_statement:
    'Banco Matos\nEXTRATO DE CONTA\nTitular da conta: Ida Lund\nSaldo anterior 1.000,00\nData valor   lançamentos   débito direto 20,00   transferência\nSaldo final 980,00',
  bank_check:
    'CHEQUE CRUZADO\nPague por este cheque a quantia de cem euros à ordem de Ida Lund\nCheque n 12   assinatura do sacador   quantia por extenso',
  utility_bill:
    'Energia Matos\nFATURA DE ELETRICIDADE\nCódigo do ponto de entrega PT0   Potência contratada 4,6   contador 55\nLeitura atual 20113   Leitura anterior 18000   Consumo kWh 2100\nenergia consumida   período de faturação',
  tax_form:
    'Autoridade Tributária\nDECLARAÇÃO DE RENDIMENTOS\nModelo 3   Sujeito passivo Ida Lund   Número de identificação fiscal 100\nRendimento coletável 30.000   deduções à coleta   imposto devido 5.000\nano fiscal',
  mortgage_form:
    'PEDIDO DE CRÉDITO À HABITAÇÃO\nMutuário: Ida Lund   Montante do empréstimo 200.000   Prazo do empréstimo 20 anos   TAEG 3,2\nValor de avaliação 250.000   prestação mensal 1.100   hipoteca',
  insurance_claim:
    'PARTICIPAÇÃO DE SINISTRO\nNúmero do sinistro 77   Segurado: Ida Lund\nData do sinistro 3 de março   Local do sinistro: Porto\nDescrição do acidente: fuga de água   testemunhas: nenhuma',
  insurance_policy:
    'APÓLICE DE SEGURO\nCondições particulares\nTomador do seguro: Ida Lund   Número da apólice 55\nCapital seguro 50.000   Prêmio total 300   Franquia 150\nriscos cobertos   início da vigência',
  financial_statement:
    'Obras Matos Lda\nDEMONSTRAÇÕES FINANCEIRAS\nBalanço patrimonial em 31 de dezembro de 2023\nAtivo não circulante 500   Ativo circulante 300   Patrimônio líquido 400\nfornecedores 100   Resultado líquido 50   total do ativo 800',
  contract:
    'CONTRATO DE PRESTAÇÃO DE SERVIÇOS\nEntre as partes Obras Matos, doravante denominada Contratante, e Larkspur, Contratada.\nCláusula primeira. Objeto do contrato\nCláusula segunda. Vigência do contrato e rescisão\nCláusula terceira. Lei aplicável e foro competente. Ambas as partes assinam em duas vias.',
  nda: 'ACORDO DE CONFIDENCIALIDADE\nContrato entre as partes. Cláusula primeira. Objeto do contrato. A parte reveladora entrega informações confidenciais à parte receptora, que se obriga a não divulgar. Dever de sigilo. Lei aplicável e foro competente.',
  court_filing:
    'Tribunal Judicial do Porto\nSENTENÇA\nProcesso n 100/24\nRequerente: Ida Lund   Requerido: Jean Morel\nDos fatos   Do direito\nNestes termos o tribunal condena',
  power_of_attorney:
    'PROCURAÇÃO\nO outorgante Tom Brooks constitui seu bastante procurador Ida Lund, a quem confere poderes para o representar em seu nome, com poderes especiais e amplos poderes.',
  legal_document:
    'ESCRITURA PÚBLICA\nPerante mim, notário do Porto, compareceram os outorgantes. Artigo primeiro. Capital social. Herdeiro.',
  medical_record:
    'Hospital Matos\nNOTA DE ALTA\nPaciente nascido em 1970   Motivo da consulta: dor\nAntecedentes pessoais: nada\nExame físico normal   História da doença atual\nDiagnóstico: gastrite   medicação habitual   pressão arterial',
  lab_report:
    'Laboratório Matos\nANÁLISES CLÍNICAS\nData da colheita 3/5   Valores de referência   Amostra\nLeucócitos 6,1   Eritrócitos 4,5   Plaquetas 250\nHemoglobina 14   Creatinina 0,9   Colesterol 180',
  prescription:
    'RECEITA MÉDICA\nMédico prescritor: Dra. Eva Horn   Cédula profissional 100\nAmoxi 500, comprimidos, de 8 em 8 horas   Uso oral\nPosologia   embalagem   farmácia',
  insurance_card:
    'CARTÃO EUROPEU DE SEGURO DE DOENÇA\nNome Lund   Número de utente 100   Número de beneficiário 5\nserviço nacional de saúde   validade 2027',
  delivery_note:
    'Obras Matos\nGUIA DE REMESSA\nNúmero da guia 5512   Local de descarga: Lisboa   Quantidade entregue 40\nvolumes 2   peso líquido 12 kg\nRecebi a mercadoria   assinatura do recebedor',
  bill_of_lading:
    'CONHECIMENTO DE EMBARQUE\nEmbarcador Matos   Transportador Corvo   Consignatário Larkspur\nPorto de embarque Leixões   Porto de descarga Santos   navio Wren\nnúmero de volumes 4   peso bruto 300 kg   frete pago',
  customs_declaration:
    'DECLARAÇÃO ADUANEIRA\nDeclarante Matos   Estância aduaneira Leixões   País de origem CN\nCódigo pautal 8415   Valor aduaneiro 900   massa líquida 12\ndireitos aduaneiros   despachante',
  resume:
    'CURRICULUM VITAE\nDados pessoais: Ida Lund\nExperiência profissional 2015-2020 contabilista\nFormação académica: licenciatura, mestrado\nCompetências   Idiomas   carta de condução',
  payslip:
    'Obras Matos\nRECIBO DE VENCIMENTO maio 2024\nCategoria profissional   Vencimento base 2.000\nsubsídio de alimentação 150   segurança social 200   retenção na fonte 300\nTotal de descontos 500   Total líquido 1.650',
  expense_report:
    'Obras Matos\nRELATÓRIO DE DESPESAS\nMotivo da viagem: feira   quilómetros percorridos 300\nQuilometragem 60,00   Ajudas de custo 28,00   Alojamento 90,00\nTotal a reembolsar 178,00   comprovantes anexos',
  employment_reference:
    'CARTA DE RECOMENDAÇÃO\nDeclaramos que trabalhou ao nosso serviço a senhora Lund e exerceu as funções de contabilista, com contrato sem termo. Recomendamos. Por ser verdade, a pedido do interessado.',
  identity_document:
    'REPÚBLICA PORTUGUESA\nCARTÃO DE CIDADÃO\nApelidos LUND   Nome IDA   Sexo F   Altura 1,70\nNacionalidade PRT   Data de nascimento 01 02 1980   Filiação\nData de validade 2030',
  government_form:
    'Câmara Municipal do Porto\nREQUERIMENTO\nIdentificação do requerente ____________   O requerente ____________\nAssinale com X ☐ sim ☐ não   Documentos a anexar\nEspaço reservado aos serviços   letra maiúscula\nPede deferimento',
  certificate:
    'CERTIFICADO\nCertifico que Ida Lund concluiu com aproveitamento o curso, carga horária 40 horas.\nConferido a 3 de maio   aprovado',
  email:
    'De: Ida Lund\nEnviado: 3 de maio de 2024\nPara: Jean Morel\nAssunto: Reunião\n\nBom dia, segue em anexo a planta.\nCom os melhores cumprimentos\nEnviado do meu iPhone',
  letter:
    'Obras Matos   Porto, 3 de maio de 2024\nVossa referência: ab\nExmo. Senhor Morel,\nvenho por este meio agradecer a visita. Ficamos ao dispor.\nAtenciosamente',
  termination:
    'Rui Matos, Rua Nova 4, Porto\nTarn Telefones\nPorto, 3 de maio de 2024\nRescisão de contrato\nExmos. Senhores,\nvenho por este meio denunciar o contrato, número do contrato 55-771, com efeitos a partir de 30 de junho de 2024, respeitando o aviso prévio.\nCom os melhores cumprimentos\nRui Matos',
  complaint:
    'Folha de reclamação\nreclamante: Rui Matos   data da compra: 2 de maio de 2024\nMotivo da reclamação: produto com defeito, as portas não fecham.\nPeço a devolução do valor.',
  memo: 'COMUNICAÇÃO INTERNA\nA todos os colaboradores   Para conhecimento\nServiço emissor: direção\nComunicamos que a partir de 3 de maio cada chefe de departamento terá uma lista.',
  report:
    'RELATÓRIO FINAL\nÍndice\nSumário executivo\nIntrodução\nMetodologia\nConclusões\nRecomendações\nBibliografia   Anexo',
};
