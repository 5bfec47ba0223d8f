"""How a file is written: encoding, YAML form, links, missing files."""

from __future__ import annotations

FORM: dict[str, tuple[str, str, str]] = {
    "yaml_malformed": (
        "HC210",
        "YAML 写法有误，从这里读不下去（{zh}）。请检查缩进、冒号后的空格和引号。",
        "This is not valid YAML from here on ({problem}). Check indentation, the space after "
        "each colon, and quotes.",
    ),
    "yaml_wide_colon": (
        "HC210",
        "{key} 后面的冒号是全角的；请换成半角冒号加一个空格：“{key}: ”。",
        "The colon after {key} is a full-width one; type a plain colon and a space: “{key}: ”.",
    ),
    "yaml_two_documents": (
        "HC210",
        "一个文件只能有一份数据；请删去这一行“---”及其后的内容，或拆成两个文件。",
        "A file holds one document only; remove this second “---”.",
    ),
    "yaml_directive": (
        "HC210",
        "不能使用 % 开头的 YAML 指令，请删去。",
        "YAML directives (%…) are not used here; remove it.",
    ),
    "yaml_alias": (
        "HC210",
        "不能使用 YAML 引用“{found}”；请把值直接写在这里。",
        "YAML alias “{found}” is not allowed; write the value here.",
    ),
    "yaml_anchor": (
        "HC210",
        "不能使用 YAML 锚点“{found}”；请删去，值写在哪里就用在哪里。",
        "YAML anchor “{found}” is not allowed; remove it.",
    ),
    "yaml_tag": (
        "HC210",
        "不能使用 YAML 标签“{found}”；请直接写值。",
        "YAML tag “{found}” is not allowed; write the plain value.",
    ),
    "yaml_merge_key": (
        "HC210",
        "不能使用合并键“<<”；请把各项直接写出来。",
        "The merge key “<<” is not allowed; write the entries out.",
    ),
    "yaml_too_deep": (
        "HC210",
        "嵌套太深；记录文件不需要这么多层。",
        "Nested too deeply; no record file needs so many levels.",
    ),
    "yaml_key_not_text": (
        "HC210",
        "键必须是一个普通的词，不能是列表或映射；如果这里要写 {{{{ … }}}}，请给整个值加引号。",
        "A key must be a plain word, not a list or mapping; if this is meant as {{{{ … }}}}, put "
        "the whole value in quotes.",
    ),
    "duplicate_key": (
        "HC211",
        "键“{found}”重复了，第 {first} 行已经有；同名的只能留一个。",
        "Key “{found}” is given twice; it already stands on line {first}. Keep one.",
    ),
    "not_utf8": (
        "HC402",
        "这里的字节 {found} 不是 UTF-8；请把文件另存为 UTF-8 编码。{zh_guess}",
        "Byte {found} here is not UTF-8; save the file as UTF-8.{en_guess}",
    ),
    "utf16": (
        "HC402",
        "文件是 UTF-16 编码；请另存为 UTF-8（不带 BOM）。",
        "The file is UTF-16; save it as UTF-8 without BOM.",
    ),
    "bom": (
        "HC402",
        "文件开头有 BOM（U+FEFF）；请另存为不带 BOM 的 UTF-8。",
        "The file starts with a byte order mark (U+FEFF); save it as UTF-8 without BOM.",
    ),
    "nul": (
        "HC402",
        "文件里有空字符（U+0000）；文字文件里不该有它，文件可能已损坏。",
        "There is a NUL character (U+0000); the file may be damaged.",
    ),
    "lone_cr": (
        "HC402",
        "这里的换行是单个 CR；请把换行改为 LF。",
        "This line ends with a lone CR; use LF line ends.",
    ),
    "control_character": (
        "HC210",
        "这里有不该出现的控制字符 {found}，请删去。",
        "Control character {found} has no place here; remove it.",
    ),
    "too_large": (
        "HC403",
        "文件有 {size} 字节，超过上限 {limit} 字节；请拆分，或检查是否误放了别的内容。",
        "The file has {size} bytes, more than the limit of {limit}; split it.",
    ),
    "unreadable": (
        "HC402",
        "读不了这个文件（{zh}）；请检查权限。",
        "The file cannot be read ({en}); check its permissions.",
    ),
    "symlink_dangling": (
        "HC404",
        "符号链接指向不存在的“{found}”；请换成文件本身，或删去。",
        "The symbolic link points to “{found}”, which does not exist; put the file itself here.",
    ),
    "symlink_outside": (
        "HC404",
        "符号链接指向 docs/ 之外（{found}）；请把文件本身放进来。",
        "The symbolic link leaves docs/ ({found}); put the file itself here.",
    ),
    "symlink_directory": (
        "HC404",
        "文件夹不能是符号链接（指向 {found}）；同样的页面会出现两次。请放文件夹本身。",
        "A folder must not be a symbolic link (to {found}): its pages would appear twice.",
    ),
    "special_file": (
        "HC402",
        "这不是普通文件（管道、套接字或设备）；请删去。",
        "This is not an ordinary file (a pipe, socket or device); remove it.",
    ),
    "name_not_utf8": (
        "HC402",
        "文件名不是 UTF-8；请改名。",
        "The file name is not UTF-8; rename it.",
    ),
    "front_matter_missing": (
        "HC401",
        "页面开头缺少前言：第一行写 ---，接着是 title、description 等，再以一行 --- 结束。",
        "The page lacks its front matter: a line ---, then title, description and so on, then "
        "a line ---.",
    ),
    "front_matter_open": (
        "HC401",
        "前言没有结束；请在最后一项之后单独写一行 ---。",
        "The front matter does not end; put a line --- after its last entry.",
    ),
    "merge_conflict": (
        "HC424",
        "这里有没解决的合并冲突；选定一个版本，删去 <<<<<<<、=======、>>>>>>> 这几行。",
        "An unfinished merge stands here; choose one version and delete the lines <<<<<<<, "
        "======= and >>>>>>>.",
    ),
    "directory_as_page": (
        "HC405",
        "这是一个文件夹，却用了页面的名字（.md）；请改名。",
        "This is a folder with the name of a page (.md); rename it.",
    ),
    "missing_file": (
        "HC218",
        "缺少记录文件“{found}”；每个记录文件都要有，没有内容也要写明空表。",
        "Record file “{found}” is missing; each one must exist, even when its lists are empty.",
    ),
    "unexpected_file": (
        "HC218",
        "docs/_data/ 里不认识“{found}”；这里只放规定的记录文件：{allowed}。",
        "“{found}” is not a known record file; docs/_data/ holds only: {allowed}.",
    ),
    "record_symlink": (
        "HC218",
        "记录文件不能是符号链接；请放文件本身。",
        "A record file must not be a symbolic link; put the file itself here.",
    ),
}
"""Rule, Chinese and English sentence of each problem code."""
