package io.greenstack.api.cache;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;

/**
 * What a method answers is kept in the cache, by its arguments. The answer must be immutable, and consist of records, texts,
 * octets and the like. Inside a transaction the method is called as if it had no annotation: a transaction sees what it wrote.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Cached {

    /** Where it is kept, and by that for how long. */
    @Nonbinding
    CacheNamespace namespace();

    /**
     * What it was made of, beside what everything in the namespace is made of; <code>{0}</code> stands for the first argument. A
     * change of any of these makes it invalid.
     */
    @Nonbinding
    String[] tags() default {};
}
