package io.greenstack.api.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the OpenAPI document says of the answers of an operation beyond what its signature and its path tell. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Answers {

    /** Statuses of success; each has the body of the signature. */
    int[] value() default {};

    /** Media types of a file. */
    String[] types() default {};

    /** Refusals of this operation, each as status and code: {@code 409 device-exists}. */
    String[] problems() default {};
}
