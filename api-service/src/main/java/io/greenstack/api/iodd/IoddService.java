package io.greenstack.api.iodd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.api.description.DescriptionFilter;
import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.FileRole;
import io.greenstack.api.description.FileSummary;
import io.greenstack.api.description.StoredFile;
import io.greenstack.api.iodd.model.ExternalTextDocument;
import io.greenstack.api.iodd.model.IoddDescription;
import io.greenstack.api.iodd.reader.IoddException;
import io.greenstack.api.iodd.reader.IoddLimits;
import io.greenstack.api.iodd.reader.IoddReader;
import io.greenstack.api.iodd.view.IoddDetail;
import io.greenstack.api.iodd.view.IoddViews;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;

/** The IODD view of the catalog. In the primary language a read is one row; another language is read from the stored files. */
@ApplicationScoped
public class IoddService {

    private final DescriptionService descriptions;
    private final JsonText json;

    @Inject
    public IoddService(DescriptionService descriptions, JsonText json) {
        this.descriptions = descriptions;
        this.json = json;
    }

    /** One page of IODDs. */
    Page<IoddEntry> list(DescriptionFilter filter, String sort, PageRequest page) {
        Page<DescriptionSummary> found = descriptions.list(filter, sort, page);
        return new Page<>(found.items().stream().map(IoddEntry::of).toList(), found.total(), page);
    }

    /** Summary; 404 when there is no such IODD. */
    IoddEntry entry(long id) {
        return IoddEntry.of(descriptions.summary(id, DescriptionKind.IODD));
    }

    /** Whole detail as JSON, in a language or in the primary one. */
    String detail(long id, String language) {
        String detail = language == null
                ? descriptions.detail(id, DescriptionKind.IODD)
                : json.write(read(id, language));
        return JsonText.join(json.write(entry(id)), detail);
    }

    /** One member of the detail as JSON, {@code otherwise} when the file says nothing of it. */
    String member(long id, String member, String language, String otherwise) {
        if (language == null) {
            return descriptions.detailMember(id, DescriptionKind.IODD, member).orElse(otherwise);
        }
        JsonNode found = json.tree(read(id, language)).get(member);
        return found == null ? otherwise : found.toString();
    }

    private IoddDetail read(long id, String language) {
        try {
            byte[] main = descriptions.mainFile(id, DescriptionKind.IODD).content();
            List<ExternalTextDocument> languages = new ArrayList<>();
            for (FileSummary file : descriptions.files(id, DescriptionKind.IODD)) {
                if (file.role() == FileRole.LANGUAGE) {
                    languages.add(IoddReader.readLanguageFile(descriptions.file(id, file.id()).content(),
                            IoddLimits.DEFAULT).document());
                }
            }
            IoddDescription model = IoddReader.read(main, IoddLimits.DEFAULT).model().withLanguageFiles(languages);
            return IoddViews.of(model, language);
        } catch (IoddException e) {
            throw new IllegalStateException("A stored IODD cannot be read", e);
        }
    }

    /** Files of an IODD. */
    List<IoddAsset> assets(long id) {
        return descriptions.files(id, DescriptionKind.IODD).stream().map(IoddAsset::of).toList();
    }

    /** What is known of a file; 404 when it is not one of this IODD. */
    FileSummary assetSummary(long id, long assetId) {
        descriptions.summary(id, DescriptionKind.IODD);
        return descriptions.fileSummary(id, assetId);
    }

    /** A file with its octets. */
    StoredFile asset(long id, long assetId) {
        return descriptions.file(id, assetId);
    }

    /** The picture that stands for the device: its icon, else any picture. */
    FileSummary thumbnail(long id) {
        return descriptions.files(id, DescriptionKind.IODD).stream().filter(file -> file.role() == FileRole.IMAGE)
                .min(Comparator.comparingInt(IoddService::thumbnailRank))
                .orElseThrow(() -> ApiException.notFound("The description has no picture."));
    }

    private static int thumbnailRank(FileSummary file) {
        if ("icon".equals(file.purpose())) {
            return 0;
        }
        return "device-pic".equals(file.purpose()) ? 1 : 2;
    }

    /** The main file. */
    StoredFile xml(long id) {
        return descriptions.mainFile(id, DescriptionKind.IODD);
    }
}
