package dev.docket.sample;

import java.util.List;
import java.util.Map;

/** What people wrote under the pictures and why others reported them, in plain words. {@code %s} is the subject. */
final class Posts {
    private static final Map<String, Map<String, String>> SUBJECTS = Map.of(
            "de", Map.of("lake", "See", "harbour", "Hafen", "table", "Tisch", "hills", "Hügel", "street", "Straße", "pattern", "Muster", "coast", "Küste",
                    "square", "Marktplatz", "dunes", "Dünen", "wall", "Wand"),
            "fr", Map.of("lake", "lac", "harbour", "port", "table", "table", "hills", "collines", "street", "rue", "pattern", "motif", "coast", "côte",
                    "square", "place", "dunes", "dunes", "wall", "mur"),
            "es", Map.of("lake", "lago", "harbour", "puerto", "table", "mesa", "hills", "colinas", "street", "calle", "pattern", "patrón", "coast", "costa",
                    "square", "plaza", "dunes", "dunas", "wall", "muro"),
            "pt", Map.of("lake", "lago", "harbour", "porto", "table", "mesa", "hills", "colinas", "street", "rua", "pattern", "padrão", "coast", "costa",
                    "square", "praça", "dunes", "dunas", "wall", "muro"));

    private static final Map<SampleKind, Map<String, List<String>>> TEXTS = Map.of(
            SampleKind.BENIGN, Map.of(
                    "en", List.of("Took this one on my walk this morning.", "No filter needed. The %s looked like this all day.", "Found an old picture of the %s.",
                            "Practising with my new lens.", "Finally some quiet.", "Does anybody know this place?", "First try at the %s, be kind.",
                            "Light was perfect for ten minutes."),
                    "de", List.of("Heute früh aufgenommen.", "Endlich Ruhe. Motiv: %s.", "Erster Versuch mit der neuen Kamera."),
                    "fr", List.of("Prise ce matin en passant.", "Le calme, enfin : %s.", "Premier essai avec mon nouvel objectif."),
                    "es", List.of("Foto de esta mañana.", "Por fin un poco de calma: %s.", "Primer intento con la cámara nueva."),
                    "pt", List.of("Tirada hoje de manhã.", "Finalmente sossego: %s.", "Primeira tentativa com a câmera nova.")),
            SampleKind.SYNTHETIC, Map.of(
                    "en", List.of("Real photo from my trip, I was standing right there.", "You will not believe this is a real place.", "The %s last night. Share before it is taken down.",
                            "Nature is amazing. No edit.", "My grandfather took this in 1962.", "Best %s in the world, who wants to go?"),
                    "de", List.of("Echtes Foto von gestern, ich stand genau dort.", "Unglaublich, aber wahr: %s."),
                    "fr", List.of("Vraie photo d'hier, j'y étais.", "Incroyable mais vrai : %s."),
                    "es", List.of("Foto real de ayer, yo estaba allí.", "Increíble pero cierto: %s."),
                    "pt", List.of("Foto real de ontem, eu estava lá.", "Incrível mas verdade: %s.")),
            SampleKind.DISCLOSED, Map.of(
                    "en", List.of("Made with a generator, see the label.", "AI picture: %s in evening light. Prompt below.", "Trying a new model. Not a photo!"),
                    "de", List.of("Mit KI erzeugt, siehe Hinweis im Bild."), "fr", List.of("Image créée par IA, voir la mention."),
                    "es", List.of("Imagen hecha con IA, ver la etiqueta."), "pt", List.of("Imagem feita com IA, ver o aviso.")),
            SampleKind.MANIPULATED, Map.of(
                    "en", List.of("Old market square this morning, water still rising. Stay away from the river side.", "They do not want you to see what happened at the %s.",
                            "Breaking: polling place moved without notice. Look!", "This is the %s right now. Where is the mayor?", "Proof. This was not on the news."),
                    "de", List.of("Der Marktplatz heute früh, das Wasser steigt weiter.", "Das zeigt euch keiner: %s."),
                    "fr", List.of("La place ce matin, l'eau monte toujours.", "Personne ne vous montre ça : %s."),
                    "es", List.of("La plaza esta mañana, el agua sigue subiendo.", "Nadie os enseña esto: %s."),
                    "pt", List.of("A praça hoje cedo, a água continua a subir.", "Ninguém mostra isto: %s.")),
            SampleKind.SPAM, Map.of(
                    "en", List.of("I earned 5000 in a week. Scan and see for yourself.", "Last chance!! First 100 people only.", "Free gift card for everyone who joins today.",
                            "Message me for the link, no risk."),
                    "de", List.of("Nur heute: Code scannen und Gewinn sichern!"), "fr", List.of("Scannez le code, cadeau gratuit aujourd'hui !"),
                    "es", List.of("Escanea el código y gana hoy mismo."), "pt", List.of("Leia o código e ganhe hoje mesmo.")),
            SampleKind.EMBLEM, Map.of(
                    "en", List.of("We are everywhere now.", "You know what this sign means.", "Seen at the %s. Spread it.", "New sticker, who wants some?"),
                    "de", List.of("Ihr wisst, was das Zeichen heißt."), "fr", List.of("Vous savez ce que veut dire ce signe."),
                    "es", List.of("Ya sabéis qué significa este signo."), "pt", List.of("Vocês sabem o que este sinal significa.")),
            SampleKind.PAINT, Map.of(
                    "en", List.of("Look what they did to the wall.", "Not for weak nerves.", "This is what is left of it."),
                    "de", List.of("Nichts für schwache Nerven."), "fr", List.of("Âmes sensibles s'abstenir."), "es", List.of("No apto para sensibles."),
                    "pt", List.of("Não é para os sensíveis.")),
            SampleKind.LIKENESS, Map.of(
                    "en", List.of("Ora says: buy this now!", "Look who joined our shop.", "New picture of Ora, totally real."),
                    "de", List.of("Ora ist jetzt auch dabei."), "fr", List.of("Ora est avec nous maintenant."), "es", List.of("Ora ya está con nosotros."),
                    "pt", List.of("A Ora agora está connosco.")));

    private static final Map<SampleKind, List<String>> REPORTS = Map.of(
            SampleKind.BENIGN, List.of("I do not like it", "spam", "looks generated"),
            SampleKind.SYNTHETIC, List.of("looks generated", "not a real photo", "misleading"),
            SampleKind.DISCLOSED, List.of("looks generated", "AI art"),
            SampleKind.MANIPULATED, List.of("this did not happen", "edited picture", "fake news"),
            SampleKind.SPAM, List.of("scam", "spam", "they took my money"),
            SampleKind.EMBLEM, List.of("forbidden sign", "hate", "offensive symbol"),
            SampleKind.PAINT, List.of("too graphic", "shocking"),
            SampleKind.LIKENESS, List.of("uses somebody's face", "impersonation"));

    private Posts() {}

    static String text(Sample sample, String locale, int choice) {
        List<String> texts = TEXTS.get(sample.kind()).get(locale);
        String subject = sample.motif().subject();
        return texts.get(choice % texts.size()).formatted(SUBJECTS.getOrDefault(locale, Map.of()).getOrDefault(subject, subject));
    }

    static String report(SampleKind kind, int choice) {
        List<String> reasons = REPORTS.get(kind);
        return reasons.get(choice % reasons.size());
    }
}
