"""Bilingual: language of each pass, navigation, links between the two languages."""

from mkdocs.plugins import event_priority

from helpcenter.bilingual.urls import page_url
from helpcenter.pages.page import view
from helpcenter.pages.redirects import redirect_files
from helpcenter.pages.site import site_view

SHARED_TEMPLATES = ("sitemap.xml", "robots.txt", "assets/stylesheets/site.css")


@event_priority(-150)
def on_config(config):
    build, lang = config.extra["helpcenter"], config.plugins["i18n"].current_language
    build.lang = lang
    config.theme["language"] = lang
    config.site_name = build.site_name(lang)
    config.nav = build.navigation(lang)


@event_priority(-150)
def on_env(env, config, files):
    build = config.extra["helpcenter"]
    build.templates = build.templates or env  # the second pass need not compile them again
    build.late_files |= redirect_files(build, build.templates.get_template("redirect.html").render)
    return build.templates


@event_priority(-150)
def on_page_context(context, page, config, nav):
    context["hc"] = view(config.extra["helpcenter"], page.file.src_uri)
    page.canonical_url = context["hc"].canonical
    return context


@event_priority(-150)
def on_template_context(context, template_name, config):
    context["hc"] = site_view(config.extra["helpcenter"])
    return context


@event_priority(-150)
def on_post_template(output, template_name, config):
    """A template of the second pass must not overwrite the first one's file."""
    build = config.extra["helpcenter"]
    if build.lang == "zh" or template_name in SHARED_TEMPLATES:
        return output
    build.late_files[page_url("index.md", build.lang) + template_name] = output
    return ""
