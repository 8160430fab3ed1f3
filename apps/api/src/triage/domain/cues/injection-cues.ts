/**
 * Phrases that address a language model instead of a person, in the languages in which they are commonly tried.
 * Each is evidence only: the engine reads them and does nothing that they say.
 */
export const INJECTION_CUES = {
  override: {
    weight: 0.6,
    phrases: `
      (ignore|disregard|forget|override|bypass|discard|skip) .. (instruction*|prompt*|rules|guidelines|directives|
      constraints|safeguards),
      (ignore|disregard|forget) (everything|all|anything) (above|before|previous|prior|you),
      (ignoriere|ignorieren|vergiss|missachte|vergessen) .. (anweisung*|instruktion*|vorgaben|regeln|befehle),
      (ignore|ignorez|oublie|oubliez) .. (instructions|consignes|directives),
      (ignora|ignore|olvida|olvide) .. (instrucciones|indicaciones|reglas),
      (ignora|ignorate|dimentica) .. (istruzioni|indicazioni|regole), (ignore|esqueca) .. (instrucoes|regras),
      (negeer|vergeet) .. (instructies|opdrachten|regels)`,
  },
  role_change: {
    weight: 0.4,
    phrases: `
      you are now (a|an|in|the|no), act as (a|an|if|the) .. (ai|model|assistant|administrator|developer|system),
      pretend (to be|you are), developer mode, jailbreak*, do anything now,
      new (system|persona) (prompt|instructions), from now on you (are|will|must),
      you are (an ai|a language model|chatgpt|an assistant|a helpful assistant), enter .. mode,
      du bist (jetzt|nun) (ein|eine|der|die), tu es maintenant, eres ahora (un|una), ahora eres (un|una),
      sei ora (un|una), agora voce e, je bent nu een`,
  },
  model_address: {
    weight: 0.4,
    phrases: `
      (dear|attention|hey|note to|message to|instructions (for|to)|important .. for) [the] (ai|llm|chatbot|
      language model|ai assistant|ai agent|gpt),
      as an (ai|llm), (ai|llm|language) (assistant|model|agent)* (reading|processing|summarizing|must|should),
      if you are (an ai|a language model|an llm|a bot),
      when (summarizing|summarising|processing|classifying) this (email|message|mail|text|document),
      wenn du eine (ki|sprachmodell), si tu es une ia, si eres una ia, se sei una ia`,
  },
  prompt_exposure: {
    weight: 0.5,
    phrases: `
      (reveal|show|print|repeat|output|display|leak|tell me) .. (system prompt|your prompt|your instructions|
      initial instructions|hidden instructions|api key*|your rules),
      system prompt, systemprompt, prompt injection, (zeige|nenne|verrate) .. (systemprompt|anweisungen),
      prompt del sistema, invite systeme`,
  },
  output_control: {
    weight: 0.3,
    phrases: `
      (respond|reply|answer|output) only (with|in|using), (in|into|from|of|within) your (response|answer|output|summary),
      (your|the) (response|answer|output) (must|should) (be|contain|include|start|begin|end),
      (include|add|insert|append|integrate|embed|mention) .. (to|in|into|with) (your|the) (response|answer|reply|
      output|summary),
      say exactly, begin your (response|answer|reply), end your (response|answer|reply),
      translate your (response|answer),
      (classify|categorize|categorise|mark|label|rate|score) this (email|message|mail|ticket) as,
      (set|assign) .. priority to, antworte nur mit, in deiner antwort, reponds uniquement, dans ta reponse,
      responde solo con, en tu respuesta, rispondi solo con, nella tua risposta, responda apenas, na sua resposta`,
  },
  secrecy: {
    weight: 0.4,
    phrases: `
      (do not|don't|never) (tell|inform|alert|notify|mention|reveal) .. (user|anyone|human|recipient|reader|operator),
      without (telling|informing|alerting) the user, keep this (secret|hidden) from, sag dem (nutzer|benutzer) nichts,
      ne dis (rien|pas) .. utilisateur, no se lo digas al usuario`,
  },
  exfiltration: {
    weight: 0.5,
    phrases: `
      (forward|send|email|upload|post|transmit|exfiltrate) (all|every|any|the entire|the full|the contents of|
      the content of) .. (emails|messages|conversation*|inbox|mailbox|history|context|credentials|passwords|api keys|
      documents),
      (call|invoke|execute|run|use) the .. (tool|function|command|plugin|code),
      execute (the following|this) (code|command*|script)`,
  },
} as const satisfies Record<string, { weight: number; phrases: string }>;
