package io.greenstack.api.imports;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Where the files of a job come from. */
@RegisterForReflection
enum JobSource {
    /** Files of a form. */
    @JsonProperty("upload")
    UPLOAD,
    /** A folder of the machine that the service runs on. */
    @JsonProperty("folder")
    FOLDER
}
