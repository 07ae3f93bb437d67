package io.greenstack.api.eds;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An EDS that stands for its group.
 *
 * @param row the file
 * @param revisionCount number of revisions of the device, absent where the group is one revision
 * @param variantLabel the features in words, {@code Standard} without any
 * @param assemblyCount number of assemblies
 * @param features what the device can beyond plain I/O, for example {@code DLR}
 * @param featureSet the same as one text to compare by
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record EdsGroupRow(@JsonUnwrapped EdsRow row, Integer revisionCount, String variantLabel, int assemblyCount,
        List<String> features, String featureSet) {}
