package io.greenstack.descriptions.eds.model;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the entries of a file by keyword and number. Where a keyword occurs twice, the first one counts. Immutable once
 * made.
 */
public final class EdsIndex {

    private static final String PARAM = "Param";

    private final EdsFile file;
    private final Map<String, EdsParameter> parameters;
    private final Map<String, EdsAssembly> assemblies;
    private final Map<String, EdsVariant> variants;
    private final Map<Integer, EdsParameter> plainParameters = new HashMap<>();
    private final Map<Integer, EdsArray> arrays = new HashMap<>();
    private final Map<Integer, EdsConnection> connections = new HashMap<>();

    /** Indexes a file. */
    public EdsIndex(EdsFile file) {
        this.file = file;
        this.parameters = byKeyword(file.parameters(), EdsParameter::keyword);
        this.assemblies = byKeyword(file.assemblies(), EdsAssembly::keyword);
        this.variants = byKeyword(file.variants(), EdsVariant::keyword);
        file.parameters().forEach(parameter -> {
            if (parameter.keyword().regionMatches(true, 0, PARAM, 0, PARAM.length())) {
                plainParameters.putIfAbsent(parameter.number(), parameter);
            }
        });
        file.arrays().forEach(array -> arrays.putIfAbsent(array.number(), array));
        file.connections().forEach(connection -> connections.putIfAbsent(connection.number(), connection));
    }

    /** The file. */
    public EdsFile file() {
        return file;
    }

    /** {@code ParamN}, null if there is none. */
    public EdsParameter parameter(int number) {
        return plainParameters.get(number);
    }

    /** The parameter a reference points to, null if it points to none or to one that does not exist. */
    public EdsParameter parameter(EdsReference reference) {
        if (!reference.isParameter()) {
            return null;
        }
        return PARAM.equalsIgnoreCase(reference.keyword())
                ? plainParameters.get(reference.number())
                : parameters.get(key(reference));
    }

    /** The assembly a reference points to, null if it points to none or to one that does not exist. */
    public EdsAssembly assembly(EdsReference reference) {
        return reference.isEntry() && !reference.isParameter() ? assemblies.get(key(reference)) : null;
    }

    /** The assembly of a keyword with number ({@code Assem100}, {@code AssemExa112}), null if there is none. */
    public EdsAssembly assembly(String keyword) {
        return assemblies.get(keyword.toLowerCase(Locale.ROOT));
    }

    /** The variant a reference points to, null if it points to none or to one that does not exist. */
    public EdsVariant variant(EdsReference reference) {
        return reference.isEntry() && !variants.isEmpty() ? variants.get(key(reference)) : null;
    }

    /** The array a reference points to, null if it points to none or to one that does not exist. */
    public EdsArray array(EdsReference reference) {
        return reference.isEntry() && "Array".equalsIgnoreCase(reference.keyword())
                ? arrays.get(reference.number())
                : null;
    }

    /** {@code ConnectionN}, null if there is none. */
    public EdsConnection connection(int number) {
        return connections.get(number);
    }

    /** True if the reference is no entry, or an entry that exists. */
    public boolean resolves(EdsReference reference) {
        return !reference.isEntry() || parameter(reference) != null || assembly(reference) != null
                || variant(reference) != null || array(reference) != null;
    }

    private static String key(EdsReference reference) {
        return reference.entryKeyword().toLowerCase(Locale.ROOT);
    }

    private static <T> Map<String, T> byKeyword(List<T> entries, Function<T, String> keyword) {
        Map<String, T> map = new HashMap<>(entries.size() * 2);
        for (T entry : entries) {
            map.putIfAbsent(keyword.apply(entry).toLowerCase(Locale.ROOT), entry);
        }
        return map;
    }

    /** An assembly by its keyword ({@code AssemExa112}), else by its number; {@code AssemN} goes before other kinds. */
    public Optional<EdsAssembly> assemblyNamed(String name) {
        EdsAssembly named = assembly(name);
        EdsAssembly plain = named == null ? assembly("Assem" + name) : named;
        return Optional.ofNullable(plain).or(() -> file.assemblies().stream()
                .filter(assembly -> String.valueOf(assembly.number()).equals(name)).findFirst());
    }
}
