package io.greenstack.api.alarm;

/** Says in SQL which devices something with a scope holds for. */
public final class AlarmMatch {

    private AlarmMatch() {}

    /**
     * A condition over a device and something with the columns {@code scope} and {@code scope_of}.
     *
     * @param device alias of the device
     * @param scoped alias of the other
     */
    public static String of(String device, String scoped) {
        return """
                (S.scope = 'ALL' or S.scope = 'DEVICE' and D.id = S.scope_of
                or S.scope = 'DESCRIPTION' and D.description_id::text = S.scope_of
                or S.scope = 'LABEL' and case when position('=' in S.scope_of) = 0 then jsonb_exists(D.labels, S.scope_of)
                else jsonb_extract_path_text(D.labels, rtrim(split_part(S.scope_of, '=', 1)))
                = ltrim(substr(S.scope_of, position('=' in S.scope_of) + 1)) end)
                """
                .replace("S.", scoped + ".").replace("D.", device + ".");
    }
}
