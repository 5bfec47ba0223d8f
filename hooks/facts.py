"""Facts: every `{{ … }}` of a page becomes the value of its record."""

from mkdocs.plugins import event_priority


@event_priority(-150)
def on_config(config):
    facts = config.extra["helpcenter"].facts
    if facts not in config.markdown_extensions:
        config.markdown_extensions.append(facts)


@event_priority(-50)
def on_page_markdown(markdown, page, config, files):
    build, src = config.extra["helpcenter"], page.file.src_uri
    page.meta.update(build.front_matter(src))
    return build.begin_page(markdown, src)


@event_priority(50)
def on_page_content(html, page, config, files):
    build = config.extra["helpcenter"]
    build.findings += build.end_page()
    return html
