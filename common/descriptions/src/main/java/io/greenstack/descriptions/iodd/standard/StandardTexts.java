package io.greenstack.descriptions.iodd.standard;

import java.util.HashMap;
import java.util.Map;

/** Texts of the standard variables, errors and events, in English and German. */
public final class StandardTexts {

    private static final Map<String, String[]> TEXTS = load();
    private static final int ENGLISH = 1;
    private static final int GERMAN = 2;

    private StandardTexts() {}

    /** The text of an id, German for {@code de} and English otherwise; null if there is none of that id. */
    public static String find(String id, String language) {
        String[] row = id == null ? null : TEXTS.get(id);
        return row == null ? null : row["de".equals(language) ? GERMAN : ENGLISH];
    }

    private static Map<String, String[]> load() {
        Map<String, String[]> texts = new HashMap<>();
        for (String[] row : TsvTable.rows("texts.tsv")) {
            texts.put(row[0], row);
        }
        return texts;
    }
}
