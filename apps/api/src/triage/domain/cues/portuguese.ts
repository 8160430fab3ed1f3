import type { CueSheet } from './cue-sheet.js';

export const PORTUGUESE: CueSheet = {
  language: 'pt',
  categories: {
    billing: {
      strong: `
        fatura*, faturamento, faturação, boleto*, nota fiscal, (cobrado|cobrada|debitado|pago) (duas vezes|em dobro),
        cobrança* (duplicada*|indevida*|dupla*), cobrança*, débito automático, lembrete de pagamento, saldo devedor,
        pagamento* (recusado*|pendente*|falhou), comprovante de pagamento, comprovativo de pagamento, IVA,
        nota de crédito, método de pagamento`,
      weak: `
        pagamento*, pagar, pago, valor, recibo*, tarifa*, preço*, taxa*, reembolso*, transferência*, assinatura,
        cartão de crédito, IBAN, custo*`,
    },
    technical_support: {
      strong: `
        mensagem de erro, não (funciona*|abre|carrega|responde|liga|inicia), parou de funcionar, deixou de funcionar,
        (trava|travando|travou), falha* (técnica*|no sistema|de conexão|do sistema), problema* (técnico*|de conexão),
        suporte técnico, avaria*, mau funcionamento, queda (do|no) (sistema|servidor|serviço), bug*,
        incompatibilidade*`,
      weak: `
        erro*, software, hardware, servidor*, rede, impressora*, computador*, dispositivo*, banco de dados,
        base de dados, aplicativo*, aplicação*, app, atualização*, versão, configur*, instal*, navegador*, VPN, wifi,
        backup*, sistema*, plataforma*, API, integração*`,
    },
    sales: {
      strong: `
        orçamento*, cotação*, pedido de (orçamento|cotação|proposta), lista de preços, teste gratuito, demonstração,
        equipe de vendas, departamento comercial, interessad* em (comprar|adquirir|seus|vossos), desconto por volume,
        proposta comercial, ser revendedor`,
      weak: `
        oferta*, desconto*, catálogo*, licença*, comprar, compra*, adquirir, folheto*, produtos, recursos,
        funcionalidades`,
    },
    complaint: {
      strong: `
        reclamação*, reclamar, queixa*, inaceitável, decepcion*, desapont*, insatisf*,
        (mau|má|péssim*|horrível) (serviço|atendimento|experiência|qualidade), indenização, indemnização, nunca mais,
        vergonha, procon, livro de reclamações`,
      weak: `frustr*, chatead*, irritad*, responsável, ridículo, gerente`,
    },
    cancellation: {
      strong: `
        cancel* .. (assinatura|contrato|pedido|reserva|conta|serviço|encomenda), cancelamento*, rescindir, rescisão,
        não renovar, direito de arrependimento, encerrar (minha conta|meu contrato|o contrato)`,
      weak: `cancel*, anular, renovação, aviso prévio`,
    },
    order: {
      strong: `
        meu pedido, minha encomenda, nosso pedido, nossa encomenda, número (do pedido|da encomenda|de pedido),
        ordem de compra, confirmação (do|de) pedido, fazer um pedido, status do pedido, estado da encomenda`,
      weak: `pedido*, encomenda*, encomendar, item, itens, artigo*, quantidade*, em estoque, em stock, disponib*`,
    },
    delivery: {
      strong: `
        (encomenda|pacote|entrega|pedido) .. (perdid*|atras*|danificad*|chegou|extraviad*), não (chegou|foi entregue),
        código de rastreio, código de rastreamento, rastreamento, data de entrega, prazo de entrega,
        endereço de entrega, morada de entrega, onde está (meu|minha|o meu|a minha)`,
      weak: `entrega*, envio*, enviad*, pacote*, transportadora*, correios, alfândega, armazém, frete`,
    },
    returns: {
      strong: `
        devolver .. (produto|artigo|item|pedido), devolução*, troca (de produto|do produto|de tamanho),
        etiqueta de devolução, produto (defeituoso|com defeito|quebrado|danificado|errado),
        artigo (defeituoso|danificado|errado), tamanho errado, pedido de reembolso, na garantia,
        reembolso .. (pedido|compra|produto)`,
      weak: `devolv*, reembols*, garantia*, defeit*, danificad*, quebrad*, substituição, trocar, troca`,
    },
    security: {
      strong: `
        phishing, ransomware, malware, vírus, hackead*, hacker*, invadid*, invasão, vazamento* de dados,
        fuga de dados, violaç* (de|da) (dados|segurança), incidente* de segurança,
        (acesso*|atividade*|login) (não autorizad*|suspeit*), vulnerabilidade*, fraude*, golpe*, ciber*, comprometid*,
        roubad*, medidas de segurança`,
      weak: `segurança, suspeit*, criptografia, firewall, antivírus, proteção de dados, ameaça*, proteger`,
    },
    legal: {
      strong: `
        advogad*, processo judicial, tribunal*, ação judicial, medidas legais, medidas judiciais, litígio*, LGPD,
        RGPD, departamento jurídico, acordo de confidencialidade, termos e condições, cláusula*,
        propriedade intelectual, notificação extrajudicial`,
      weak: `contrato*, legal, legais, jurídic*, acordo*, conformidade, assinar, normas`,
    },
    recruitment: {
      strong: `
        candidatura*, currículo*, carta de apresentação, vaga de, vaga*, entrevista de emprego, oferta de emprego,
        estágio*, processo seletivo, recrutamento, candidat*`,
      weak: `CV, entrevista*, salário*, emprego*, cargo, contratação, recursos humanos`,
    },
    account: {
      strong: `
        senha*, palavra passe, redefinir .. (senha|conta), não consigo (acessar|entrar|aceder|fazer login),
        conta (bloqueada|suspensa|desativada),
        (excluir|criar|encerrar|ativar|atualizar|eliminar) (minha|nossa|uma|a minha) conta, código de verificação,
        dois fatores, alteração de (endereço|e-mail|dados|morada), fazer login`,
      weak: `
        conta, contas, acesso*, acessar, aceder, login, usuário*, utilizador*, perfil*, cadastro*, permissões,
        autenticação`,
    },
    feedback: {
      strong: `
        sugestão, sugestões, feedback, minha opinião, parabéns pel*, pesquisa de satisfação, inquérito, recomendaria,
        ótimo trabalho, excelente trabalho, continuem assim, adoro (o|a|seu), proposta de melhoria`,
      weak: `melhor*, opinião, avaliação*, sugerir, ideia*`,
    },
    newsletter: {
      strong: `
        newsletter*, boletim*, cancelar inscrição, cancelar a subscrição, descadastr*, ver .. no navegador,
        você está recebendo este, recebeu este (e-mail|email), comunicado de imprensa, nesta edição`,
      weak: `webinar*, edição, evento*, inscreva se, leia mais, saiba mais, exclusiv*, promoção*, promoções`,
    },
    spam: {
      strong: `
        você ganhou, ganhou um prêmio, loteria, lotaria, resgate seu, milhões de (dólares|euros|reais), viagra,
        cassino, casino, perder peso, ganhar dinheiro, clique aqui, 100 % grátis, herança .. milhões, oferta limitada,
        dinheiro fácil`,
      weak: `grátis, gratuit*, prêmio*, ganhar, bônus, crédito*, bitcoin, garantid*`,
    },
    personal: {
      strong: `
        feliz aniversário, mãe, pai, vovó, meu amor, querido amigo, te amo, saudades, beijos, beijinhos, um beijo,
        abraços a todos, como você está, tudo bem com você, nos vemos (hoje|amanhã)`,
      weak: `aniversário, fim de semana, férias, crianças, família, jantar, almoço, festa, casamento, amigos, viagem`,
    },
    auto_reply: {
      strong: `
        resposta automática, mensagem automática, fora do escritório, ausente do escritório,
        estou (de férias|ausente), estarei (ausente|fora|de férias), não responda a (este|esta),
        não foi possível entregar, mensagem não entregue, recebemos (sua|a sua) (mensagem|solicitação),
        seu chamado foi`,
      weak: `ausência, meu regresso, noreply, ausente`,
    },
    general: {
      weak: `informação, informações, pergunta*, dúvida*, consulta*, reunião*, anexo*, relatório*, projeto*, detalhes`,
    },
  },
  signals: {
    outage: `
      (serviço*|servidor*|sistema*|rede|site|plataforma) .. (caiu|caíram|fora do ar|indisponíve*|interrompid*|
      inacessíve*|parad*),
      fora do ar, interrupç*, interrompid*, indisponíve*, indisponibilidade, queda* (de|do|da|no|na), inacessíve*,
      apagão, offline, sem (serviço|conexão|internet|energia), paralisad*, tempo de inatividade`,
    everyone: `
      (todos|todas|vários|várias|muitos|diversos|múltiplos) .. (usuário*|utilizador*|cliente*|funcionário*|
      departamento*|escritório*|equipe*|equipa*|loja*|dispositivo*|paciente*),
      todo mundo, toda a gente, ninguém consegue,
      (toda|todo) (a empresa|o escritório|a equipe|o departamento|a rede|o sistema), generalizad*`,
    blocked: `
      (não|sem) (posso|podemos|pode|podem|consigo|conseguimos|consegue|conseguem|conseguir|poder) .. (acessar|aceder|
      trabalhar|entrar|conectar|abrir|usar|utilizar|pagar|enviar|receber|imprimir),
      bloquead*, impossível, impossibilitad*, imped*, sem acesso, parad*, travad*`,
    fault: `
      erro*, falha*, falho*, problema*, não (funciona*|carrega*|responde*|abre*|inicia*|sincroniza*|aparece*),
      parou de funcionar, deixou de funcionar, avaria*, mau funcionamento, defeit*, bug*, incorret*, inconsist*,
      anomalia*, discrepânc*, incidente*, dificuldade*, quebrad*, danificad*, corrompid*, inesperad*, trav*,
      superaqueci*, sobreaquec*`,
    degraded: `
      lent*, lentidão, atraso*, demora*, latência, intermitent*, instável, instabilidade,
      desempenho (baixo|lento|ruim|fraco), degrad*`,
    recurring: `
      de novo, novamente, outra vez, repetid*, recorrente*, persist*, continua* (a|com|sem|o), frequente*, constante*,
      várias vezes, há (dias|semanas|meses|vários), desde (ontem|a|o), toda vez, sempre que, apesar de`,
    cause: `
      causa*, devido a, devido ao, provavelmente, possivelmente, pode* (ser|estar|ter), suspeit*, por que,
      já (tentei|tentamos|reiniciei|verifi*), tentei, tentamos, tentativa*, reinici*, após (a|o|uma), depois d*,
      investig*, origem do problema, relacionad* a`,
    data_loss: `
      perda de dados, (dados|arquivos|ficheiros|documentos) .. (perdid*|apagad*|excluíd*|corrompid*|desaparec*),
      apagad* por engano`,
    security: `
      hackead*, hacker*, ransomware, malware, phishing, vírus, não autorizad*, violaç*, vazamento*, vazad*, invasão,
      invadid*, intrus*, ciber*, comprometid*, vulnerabilidade*, fraude*, fraudulent*, golpe*, roubad*, roubo,
      suspeit*, ataque*, ameaça*, expost*, (problema*|incidente*|risco*|falha*) de segurança`,
    sensitive: `
      dados (médicos|pessoais|sensíveis|confidenciais|de pacientes|dos pacientes|de clientes|financeiros),
      informações (sensíveis|confidenciais|pessoais|médicas), LGPD, RGPD, privacidade, confidencialidade,
      conformidade, prontuários`,
    critical: `
      crític*, grave*, sér*, emergência*, crise*, catastróf*, desastr*, severo*, severa*, crucial*, cruciais, vital*,
      prioridade (alta|máxima|urgente), alta prioridade, máxima prioridade, significativ*, perigos*, alarmante*`,
    business: `
      (afet*|impact*|interromp*|prejudic*|dificult*|ameaç*|atrapalh*|comprometendo) .. (negócio*|operaç*|produção|
      produtividade|receita*|vendas|cliente*|trabalho|projeto*|empresa*|reputação|paciente*|confiança|comercia*),
      perda* (de receita|de clientes|financeira*), (operações|processos) (comerciais|diárias|diários|empresariais),
      produtividade, perdendo (clientes|dinheiro|vendas), produção parada, multa`,
    overcharge: `
      (cobrad*|debitad*|pag*) (duas vezes|em dobro|a mais|indevidamente|por engano),
      cobrança* (dupla|duplicada|indevida|inesperada|incorreta)*, (dupla|duplo) (cobrança|pagamento|débito),
      erro* (na|de) (fatura|cobrança)*, fatura incorreta, valor (incorreto|errado)`,
    legal: `
      advogad*, ação judicial, medidas (legais|judiciais), processar*, tribunal*, procon, denúncia*, denunciar,
      quebra de contrato, notificação extrajudicial, defesa do consumidor`,
    safety: `
      ferid*, incêndio*, fogo, fumaça, fumo, choque elétrico, vazamento de gás, explosão*, perigo, acidente*,
      hospitaliz*, intoxicação, evacua*, inundação*, segurança dos pacientes`,
    immediate: `
      urgent*, urgência, imediat*, de imediato, agora mesmo, o mais (rápido|breve|depressa|cedo) possível,
      quanto antes, o quanto antes, sem (demora|atraso), asap, hoje, ainda hoje, hoje mesmo, esta noite,
      nas próximas .. horas, em (24|48|duas|três) horas, não pode esperar, logo que possível, assim que possível`,
    soon: `
      rápid*, rapidamente, rapidez, logo, em breve, breve, pront*, amanhã, esta semana, important*, prioritári*,
      essencia*, oportun*, necessári*, agilidade, agiliz*`,
    deadline: `
      prazo*, data limite, vence*, vencimento, vencid*,
      até (segunda|terça|quarta|quinta|sexta|sábado|domingo|amanhã|o fim|o final|ao fim|dia|o dia), no máximo até,
      o mais tardar, antes (de|da|do) (segunda|terça|quarta|quinta|sexta|amanhã|fim|final),
      último (aviso|dia|prazo|lembrete), expira*`,
    unhurried: `
      não é urgente, não urgente, sem pressa, não há pressa, não tenha pressa,
      quando (puder*|tiver* tempo|tiver* um momento), com calma, baixa prioridade,
      pequen* (dúvida|pergunta|erro|detalhe), (simples|só uma|apenas uma) (dúvida|pergunta), para sua informação,
      para conhecimento, a título informativo, se possível, por curiosidade, algum dia,
      não é necessário (responder|agir), quando for possível`,
    escalation: `
      (segund*|terceir*|quart*|2ª|3ª) (vez|solicitação|lembrete|e-mail|mensagem|tentativa),
      ainda (não|sem|aguard*|espera*), continuo (esperando|sem|à espera), sem (resposta|retorno|solução),
      nenhuma (resposta|solução), já (liguei|escrevi|contatei|contactei|enviei|reclamei), várias vezes,
      falar com .. (gerente|supervisor|responsável), ignorad*, escal*, reiter*`,
    ask: `
      por favor, por gentileza,
      (poderia*|pode|podem|poderiam|podes|consegue*) .. (enviar*|fornecer*|ajudar*|informar*|indicar*|confirmar*|
      explicar*|verificar*|dizer*|orientar*|compartilhar*|partilhar*|me|nos|oferecer*),
      (preciso|precisamos|solicito|solicitamos|gostaria*|gostaríamos|quero|queremos|desejo|desejamos|busco|buscamos|
      peço|pedimos|necessito|necessitamos|procuro|procuramos),
      solicitação*, solicit*, agradeceri*, agradeç*, ajuda*, assistência, suporte, auxílio, apoio, queira`,
    inquiry: `
      (informações|detalhes|dados|esclarecimentos|orientaç*) (sobre|acerca|de como|a respeito|referentes|quanto),
      (mais|maiores) (informações|detalhes), informações (adicionais|detalhadas|específicas), documentação, guia*,
      recomendaç*, conselhos, instruções, interessad*, orçamento, preços, disponibilidade, opções, recursos,
      funcionalidades, como (posso|podemos|se|funciona), saber (se|mais|como), conhecer, exemplos, passos,
      melhores práticas`,
    change: `
      mudança*, mudar, alter*, modific*, ajust*, atualiz*, migr*, implement*, integr*, implant*, adicion*,
      acrescentar, nova* (função|funções|funcionalidade*), configur*, adapt*, ampli*, extensão, substitu*, reagend*,
      revis*, transferir`,
    improvement: `
      melhor*, otimiz*, aprimor*, reforç*, fortalec*, moderniz*, estratégi*, marca*, marketing, crescimento,
      campanha*, eficiên*, eficaz*, aument*, potenci*`,
    question: `
      como, qual, quais, quando, onde, por que, porque é, quanto*, quanta*, é possível,
      há (alguma|algum|possibilidade), existe*, quem, o que (é|são|devo), pergunto me, uma (pergunta|dúvida),
      dúvida sobre, perguntas sobre, posso, podemos, vocês (têm|oferecem|aceitam)`,
    inform: `
      para sua informação, para conhecimento, em anexo, segue* (anexo|em anexo), anex*,
      (informo|informamos|comunico|comunicamos|confirmo|confirmamos) [que], temos o prazer, é com prazer,
      (foi|foram) (aprovad*|confirmad*|enviad*|resolvid*|atualizad*|adiad*), conforme (combinado|acordado|solicitado),
      ata da reunião, lembrete de`,
    thanks: `
      (muito|muita) obrigad* (pela|pelo|por|novamente|mesmo), obrigad* (pela ajuda|por tudo|novamente|pelo apoio),
      problema resolvido, (funciona|tudo) (agora|bem|perfeitamente|certo|resolvido|de novo)`,
    positive: `
      excelente*, perfeit*, ótim*, fantástic*, maravilhos*, incríve*, satisfeit*, content*, feliz, felizes, encantad*,
      parabéns, bom, boa, bons, boas notícias, gentil, prestativ*, útil, recomendo, recomendaria, adorei, adoro,
      eficiente, rápido e`,
    negative: `
      decepcion*, desapont*, insatisf*, descontent*, mal, mau, má, ruim, ruins, pior, péssim*, horríve*, terríve*,
      frustr*, chatead*, infelizmente, lament*, preocup*, problema*, erro*, falha*, quebrad*, danificad*, defeit*,
      atras*, lent*, perdid*, falta*, dificuldade*, reclamaç*, queixa*, inconvenien*, transtorn*, inútil, grave*,
      interrupç*, triste*`,
    angry: `
      inaceitáve*, absurdo*, vergonh*, furios*, indignad*, ridícul*, golpe, fart*, cansad* de, nunca mais,
      incompeten*, exijo, exigimos, ladrões, mentiros*, palhaçada, intolerável`,
  },
  forms: {
    greeting: `
      olá, oi, bom dia, boa tarde, boa noite, prezado, prezada, prezados, prezadas, caro, cara, caros, caras, querido,
      querida, estimado, estimada, exmo, exma, senhor, senhora, a quem possa interessar`,
    closing: `
      atenciosamente, cordialmente, respeitosamente, com os melhores cumprimentos, melhores cumprimentos,
      cumprimentos, saudações, abraços, um abraço, abraço, beijos, obrigado, obrigada, muito obrigado, muito obrigada,
      obrigado desde já, grato, grata, sinceramente, até breve, att, desde já agradeço`,
    pleasantry: `
      espero que .. (bem|esteja*|esta|este),
      obrigad* (pel* (atenção|tempo|compreensão|paciência|ajuda|apoio|colaboração)|desde já|antecipadamente),
      (agradeço|agradecemos|agradeceria) .. (atenção|ajuda|tempo|apoio|antecipadamente|desde já), desde já agradeço,
      não hesite* em, fico (no aguardo|à disposição|à espera), ficamos (no aguardo|à disposição),
      aguardo [o|a|seu|sua] (retorno|resposta), meu nome é, chamo me, tenha um bom, tudo bem, estou à disposição`,
    lead: `
      (escrevo|estou escrevendo|estou a escrever) [lhe|lhes] [para|porque|a fim de],
      venho por meio (deste|desta) [para], entro em contato [para|com vocês],
      (gostaria|quero|desejo) de (informar|comunicar|relatar|reportar) [que], observe que,
      como (sabem|sabe|combinado|acordado), (acho|creio|penso|acredito) que, infelizmente, além disso, também, e, mas,
      para sua informação, por favor, (poderia*|pode|podem) (me|nos), segue em anexo, em anexo (segue|envio), há,
      temos o prazer de (informar|anunciar) [que]`,
    directive: `
      por favor, por gentileza,
      (poderia*|pode|podem|podes) .. (enviar*|ajudar*|confirmar*|verificar*|informar*|fornecer*|dizer*), queira,
      (deve|devem|deverá|tem que|têm que|precisa|precisam),
      (envie*|enviem|confirme*|verifique*|ligue*|contate*|contacte*|responda*|assine*|atualize*|encaminhe*|mande*),
      não se esqueça, preciso que, precisamos que, peço que, solicitamos que`,
    before_date: `
      até, até o, até o dia, até ao, até dia, antes de, antes do, no máximo, o mais tardar, prazo, vence, vence em,
      data limite, expira, expira em, para o dia`,
    disclaimer: `
      (esta|este) (mensagem|e-mail|email) .. (confidencia*|destinatári*|contém|destina), informações confidenciais,
      se você não é o destinatário, se não for o destinatário, pense no meio ambiente, aviso de confidencialidade`,
    footer: `
      cancelar inscrição, enviado do meu, enviado a partir do, todos os direitos reservados, mensagem original,
      mensagem encaminhada`,
  },
};
