package io.greenstack.api.iodd;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.greenstack.api.description.FileSummary;
import io.greenstack.descriptions.FileRole;

/**
 * A file of an IODD.
 *
 * @param id id for {@code /assets/{id}}
 * @param deviceId catalog id of the IODD
 * @param fileName file name
 * @param fileType {@code xml}, {@code language}, {@code image} or {@code other}
 * @param imagePurpose {@code logo}, {@code icon}, {@code device-pic} or {@code connection}
 * @param mediaType media type
 * @param size octets
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IoddAsset(long id, long deviceId, String fileName, String fileType, String imagePurpose,
        String mediaType, long size) {

    static IoddAsset of(FileSummary file) {
        String type = file.role() == FileRole.MAIN ? "xml" : file.role().name().toLowerCase(Locale.ROOT);
        return new IoddAsset(file.id(), file.descriptionId(), file.name(), type, file.purpose(), file.mediaType(),
                file.byteSize());
    }
}
