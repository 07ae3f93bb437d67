package io.greenstack.descriptions.eds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.DescriptionJson;
import io.greenstack.descriptions.DescriptionPackage;
import io.greenstack.descriptions.FileRole;
import io.greenstack.descriptions.Finding;
import io.greenstack.descriptions.PackageFile;
import io.greenstack.descriptions.ParameterRow;
import io.greenstack.descriptions.ReadDescription;
import io.greenstack.descriptions.Severity;
import io.greenstack.descriptions.archive.Hashes;
import io.greenstack.descriptions.eds.layout.EdsLayoutCompiler;
import io.greenstack.descriptions.eds.layout.EdsLayoutCompiler.CompiledLayout;
import io.greenstack.descriptions.eds.model.EdsConnection;
import io.greenstack.descriptions.eds.model.EdsDevice;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsFinding;
import io.greenstack.descriptions.eds.model.EdsParameter;
import io.greenstack.descriptions.eds.reader.EdsException;
import io.greenstack.descriptions.eds.reader.EdsReader;
import io.greenstack.descriptions.eds.reader.EdsReader.EdsReading;
import io.greenstack.descriptions.eds.view.EdsViews;

/** Reads an EDS file and makes of it what the catalog stores. The layout is that of the connection a scanner would open first. */
final class EdsImport {

    private static final int SHORT_HASH = 8;
    private static final int MAX_ICON = 1 << 20;

    private EdsImport() {}

    /**
     * Reads a file.
     *
     * @throws EdsException when the file cannot be used, also {@code eds-identity-missing}
     */
    static ReadDescription read(DescriptionPackage files) {
        String fileName = files.main().name();
        byte[] content = files.main().content();
        EdsReading reading = EdsReader.read(content);
        EdsFile file = reading.model();
        EdsDevice device = file.device();
        if (device.vendorCode() == null || device.vendorCode() < 0 || device.productCode() == null
                || device.productCode() < 0) {
            throw new EdsException("eds-identity-missing", 0, 0,
                    "Section [Device] has no VendCode and ProdCode; without "
                            + "them no device can be matched to the file.");
        }
        String sha256 = Hashes.sha256Hex(content);
        EdsLayoutCompiler compiler = new EdsLayoutCompiler(file);
        Optional<EdsConnection> connection = compiler.defaultConnection();
        String layoutId = "eds-" + device.vendorCode() + "-" + device.productCode() + "-"
                + sha256.substring(0, SHORT_HASH);
        Optional<CompiledLayout> compiled = connection.flatMap(one -> compiler.connection(layoutId, one.number()));
        ProcessDataLayout layout = compiled.map(CompiledLayout::layout).orElseGet(() -> new ProcessDataLayout(layoutId,
                EdsFormat.KIND, device.productName(), List.of(), List.of(), List.of()));
        List<Finding> findings = Stream.concat(reading.findings().stream(),
                compiled.stream().flatMap(one -> one.findings().stream())).map(EdsImport::view).distinct().toList();
        String detail = DescriptionJson
                .write(EdsViews.of(file, connection.map(EdsConnection::number).orElse(null),
                        ReadDescription.MOST_PARAMETERS));
        ReadDescription.Identity identity = identity(device);
        ReadDescription.Product product = product(device, fileName);
        return new ReadDescription(EdsFormat.KIND, identity, product, edition(file),
                fileName, sha256, content.length, detail, null, layout, findings,
                file.parameters().stream().map(EdsImport::parameter).toList(), files(device, files),
                EdsSearch.of(file, identity, product));
    }

    private static Finding view(EdsFinding finding) {
        Severity severity = switch (finding.severity()) {
            case INFO -> Severity.INFO;
            case WARN -> Severity.WARNING;
            case ERROR -> Severity.ERROR;
        };
        String path = finding.section() == null
                ? null
                : finding.entry() == null ? finding.section() : finding.section() + "/" + finding.entry();
        return new Finding(severity, finding.code(), finding.line(), path,
                finding.message());
    }

    private static ReadDescription.Identity identity(EdsDevice device) {
        String catalog = clean(device.catalog());
        return new ReadDescription.Identity(device.vendorCode(), device.productCode(), List.of(),
                catalog == null ? List.of() : List.of(catalog));
    }

    private static ReadDescription.Product product(EdsDevice device, String fileName) {
        String name = clean(device.productName());
        return new ReadDescription.Product(clean(device.vendorName()), name == null ? fileName : name,
                clean(device.productTypeName()));
    }

    private static ReadDescription.Edition edition(EdsFile file) {
        EdsDevice device = file.device();
        Integer minor = device.majorRevision() == null
                ? null
                : device.minorRevision() == null ? 0 : device.minorRevision();
        var modified = file.file() == null
                ? null
                : file.file().modified() == null ? file.file().created() : file.file().modified();
        return new ReadDescription.Edition(null,
                file.file() == null || file.file().revision() == null ? null : file.file().revision().toString(),
                device.majorRevision(), minor, modified == null ? null : modified.date());
    }

    private static ParameterRow parameter(EdsParameter parameter) {
        String name = clean(parameter.name());
        boolean readOnly = parameter.has(EdsParameter.Descriptor.READ_ONLY);
        return new ParameterRow(parameter.keyword(), parameter.number(), 0, name == null ? parameter.keyword() : name,
                clean(parameter.help()), parameter.type() == null ? null : parameter.type().name(),
                readOnly ? "ro" : "rw",
                clean(parameter.units()));
    }

    /** The icon is that inside the file, else the one that came with it. */
    private static List<PackageFile> files(EdsDevice device, DescriptionPackage files) {
        String fileName = files.main().name();
        List<PackageFile> stored = new ArrayList<>();
        stored.add(new PackageFile(FileRole.MAIN, fileName, null, "text/plain", files.main().content()));
        byte[] icon = device.icon();
        if (icon.length > 0) {
            stored.add(icon(fileName.toLowerCase(Locale.ROOT).replaceAll("\\.eds$", "") + ".ico", icon));
        } else {
            files.assets().stream().filter(asset -> asset.content().length <= MAX_ICON).limit(1)
                    .forEach(asset -> stored.add(icon(asset.name(), asset.content())));
        }
        return stored;
    }

    private static PackageFile icon(String name, byte[] content) {
        return new PackageFile(FileRole.IMAGE, name, "icon", "image/x-icon", content);
    }

    /** The text without what the database cannot keep; null if nothing is left. */
    private static String clean(String text) {
        String kept = text == null ? "" : text.replace("\0", "").strip();
        return kept.isEmpty() ? null : kept;
    }
}
