package io.greenstack.api.eds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.greenstack.api.description.DescriptionDraft;
import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.FileDraft;
import io.greenstack.api.description.FileRole;
import io.greenstack.api.description.FindingView;
import io.greenstack.api.description.ParameterDraft;
import io.greenstack.api.platform.Hashes;
import io.greenstack.api.platform.JsonText;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.eds.layout.CompiledLayout;
import io.greenstack.descriptions.eds.layout.EdsLayoutCompiler;
import io.greenstack.descriptions.eds.model.DeviceIdentity;
import io.greenstack.descriptions.eds.model.EdsConnection;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsParameter;
import io.greenstack.descriptions.eds.model.Finding;
import io.greenstack.descriptions.eds.reader.EdsException;
import io.greenstack.descriptions.eds.reader.EdsReader;
import io.greenstack.descriptions.eds.reader.EdsReading;

/** Reads an EDS file and makes of it what the catalog stores. The layout is that of the connection a scanner would open first. */
@ApplicationScoped
public class EdsDrafts {

    private static final int SHORT_HASH = 8;

    private final JsonText json;

    @Inject
    public EdsDrafts(JsonText json) {
        this.json = json;
    }

    /**
     * Reads a file.
     *
     * @throws EdsException when the file cannot be used, also {@code eds-identity-missing}
     */
    public DescriptionDraft read(String fileName, byte[] content) {
        EdsReading reading = EdsReader.read(content);
        EdsFile file = reading.model();
        DeviceIdentity device = file.device();
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
                ProcessDataLayout.Kind.EDS, device.productName(), List.of(), List.of(), List.of()));
        List<FindingView> findings = Stream.concat(reading.findings().stream(),
                compiled.stream().flatMap(one -> one.findings().stream())).map(EdsDrafts::view).distinct().toList();
        EdsDetail detail = EdsViews.of(file, connection.map(EdsConnection::number).orElse(null));
        return new DescriptionDraft(DescriptionKind.EDS, identity(device), product(device, fileName), release(file),
                fileName, sha256, content.length, json.write(detail), null, layout, json.write(findings),
                findings.size(),
                file.parameters().stream().map(EdsDrafts::parameter).toList(), files(device, fileName, content));
    }

    private static FindingView view(Finding finding) {
        String severity = finding.severity() == Finding.Severity.WARN ? "WARNING" : finding.severity().name();
        String path = finding.section() == null
                ? null
                : finding.entry() == null ? finding.section() : finding.section() + "/" + finding.entry();
        return new FindingView(severity, finding.code(), finding.line() == 0 ? null : finding.line(), path,
                finding.message());
    }

    private static DescriptionDraft.Identity identity(DeviceIdentity device) {
        String catalog = clean(device.catalog());
        return new DescriptionDraft.Identity(device.vendorCode(), device.productCode(), List.of(),
                catalog == null ? List.of() : List.of(catalog));
    }

    private static DescriptionDraft.Product product(DeviceIdentity device, String fileName) {
        String name = clean(device.productName());
        return new DescriptionDraft.Product(clean(device.vendorName()), name == null ? fileName : name,
                clean(device.productTypeName()));
    }

    private static DescriptionDraft.Release release(EdsFile file) {
        DeviceIdentity device = file.device();
        Integer minor = device.majorRevision() == null
                ? null
                : device.minorRevision() == null ? 0 : device.minorRevision();
        var modified = file.file() == null
                ? null
                : file.file().modified() == null ? file.file().created() : file.file().modified();
        return new DescriptionDraft.Release(null,
                file.file() == null || file.file().revision() == null ? null : file.file().revision().toString(),
                device.majorRevision(), minor, modified == null ? null : modified.date());
    }

    private static ParameterDraft parameter(EdsParameter parameter) {
        String name = clean(parameter.name());
        boolean readOnly = parameter.has(EdsParameter.Descriptor.READ_ONLY);
        return new ParameterDraft(parameter.keyword(), parameter.number(), 0, name == null ? parameter.keyword() : name,
                clean(parameter.help()), parameter.type() == null ? null : parameter.type().name(),
                readOnly ? "ro" : "rw",
                clean(parameter.units()));
    }

    private static List<FileDraft> files(DeviceIdentity device, String fileName, byte[] content) {
        List<FileDraft> files = new ArrayList<>();
        files.add(new FileDraft(FileRole.MAIN, fileName, null, "text/plain", content));
        byte[] icon = device.icon();
        if (icon.length > 0) {
            String name = fileName.toLowerCase(Locale.ROOT).replaceAll("\\.eds$", "") + ".ico";
            files.add(new FileDraft(FileRole.IMAGE, name, "icon", "image/x-icon", icon));
        }
        return files;
    }

    /** The text without what the database cannot keep; null if nothing is left. */
    private static String clean(String text) {
        String kept = text == null ? "" : text.replace("\0", "").strip();
        return kept.isEmpty() ? null : kept;
    }
}
