"""Records that are well formed but contradict themselves, each other or the calendar."""

from __future__ import annotations

SENSE: dict[str, tuple[str, str, str]] = {
    "verified_without_date": (
        "HC215",
        "写了 verified 却没有核实信息；请加 verified: {{on: 日期, by: 角色, source: 在哪里核实}}，"
        "或改回 sample。",
        "Status is verified without proof; add verified: {{on: date, by: role, source: where}}, "
        "or set it back to sample.",
    ),
    "sample_with_date": (
        "HC215",
        "写了核实信息，状态却还是 sample；核实过就写 verified，否则删去 verified 一段。",
        "Status is sample although a verification is given; write verified, or remove it.",
    ),
    "retired_without_date": (
        "HC215",
        "写了 retired 却没有停用信息；请加 retired: {{on: 日期, reason: 原因}}。",
        "Status is retired without a reason; add retired: {{on: date, reason: …}}.",
    ),
    "retired_but_status": (
        "HC215",
        "写了停用信息，状态却是“{found}”；请改为 status: retired，或删去 retired 一段。",
        "A retirement is given but the status is “{found}”; write status: retired, or remove it.",
    ),
    "waiver_visible": (
        "HC215",
        "读者看得见的邮箱和电话不能豁免；“{found}”不是程序文件（{allowed}）。",
        "A mailbox or number that readers see is never waived; “{found}” is not a program file "
        "({allowed}).",
    ),
    "waiver_too_long": (
        "HC215",
        "豁免到“{found}”太久，或早于批准日（{granted}）；最晚写到 {last}。",
        "A waiver until “{found}” is too long, or ends before it was granted ({granted}); "
        "{last} is the latest.",
    ),
    "date_in_future": (
        "HC215",
        "日期“{found}”在今天（{today}）之后；已经做过的事才能写日期。",
        "“{found}” lies after today ({today}); only what has been done can have a date.",
    ),
    "expired": (
        "HC216",
        "“{record}”于 {found} 核实，有效 {days} 天，{until} 起已过期；请重新核实并更新日期。",
        "“{record}” was confirmed on {found} for {days} days and expired on {until}; confirm it "
        "again and update the date.",
    ),
    "expiring": (
        "HC216",
        "“{record}”于 {found} 核实，有效 {days} 天，{until} 起过期；请在此之前重新核实。",
        "“{record}” was confirmed on {found} for {days} days and expires on {until}; confirm it "
        "again before that day.",
    ),
    "unknown_reference": (
        "HC217",
        "“{found}”在 {file} 的 {section} 里没有；请写那里已有的名字。",
        "“{found}” does not exist under {section} in {file}; use a name from there.",
    ),
    "host_not_ours": (
        "HC217",
        "网址“{found}”的域名不在 domains.yml 里；请先登记域名，或改正网址。",
        "The host of “{found}” is not in domains.yml; register the domain first, or correct "
        "the URL.",
    ),
    "listed_twice": (
        "HC213",
        "“{found}”重复列出；只留一个。",
        "“{found}” is listed twice; keep one.",
    ),
    "owner_twice": (
        "HC213",
        "“{found}”和前面的负责人是同一个；豁免要有两位不同的负责人。",
        "“{found}” is the owner named before; a waiver needs two different ones.",
    ),
    "value_twice": (
        "HC213",
        "“{found}”与“{first}”的值相同；同一个地址只登记一次。",
        "“{found}” is already the value of “{first}”; an address is recorded once.",
    ),
    "impostor_is_ours": (
        "HC213",
        "“{found}”既登记为假冒，又是我们自己的“{first}”；两者必有一错。",
        "“{found}” is recorded as fake and also as our own “{first}”; one of them is wrong.",
    ),
    "category_not_folder": (
        "HC401",
        "栏目“{found}”与所在文件夹“{folder}”不一致；请改成一样。",
        "Category “{found}” differs from the folder “{folder}”; make them the same.",
    ),
    "related_to_itself": (
        "HC401",
        "相关文章里列了这篇文章自己（{found}）；请删去。",
        "The article lists itself ({found}) as related; remove it.",
    ),
    "unknown_category": (
        "HC401",
        "文件夹“{found}”不是 categories.yml 里的栏目。",
        "Folder “{found}” is not a category of categories.yml.",
    ),
    "article_not_listed": (
        "HC401",
        "文章“{found}”没有列在 categories.yml 的栏目“{folder}”里，导航中不会出现。",
        "Article “{found}” is not listed under “{folder}” in categories.yml, so no menu shows it.",
    ),
    "unknown_article": (
        "HC401",
        "没有文章“{found}”：categories.yml 没有列这个编号。",
        "There is no article “{found}”: categories.yml does not list it.",
    ),
    "contact_one_value": (
        "HC213",
        "每个联系方式要写且只写一个地址：email、phone、url 或 handle。",
        "A contact has exactly one of email, phone, url and handle.",
    ),
    "handle_without_platform": (
        "HC214",
        "账号“{found}”没有写平台；请加 platform。",
        "Account “{found}” lacks its network; add platform.",
    ),
    "close_before_open": (
        "HC213",
        '下班时间“{found}”不晚于上班时间；跨午夜请拆成两段，当天写到 "24:00"。',
        'Closing time “{found}” is not after opening; split a span over midnight at "24:00".',
    ),
    "hours_weekly_or_always": (
        "HC213",
        "工作时间要么写 weekly，要么写 always: true，二者取一。",
        "Give either weekly hours or always: true, one of the two.",
    ),
    "max_under_min": (
        "HC213",
        "最高收费“{found}”低于最低收费 {least}。",
        "The maximum “{found}” is below the minimum {least}.",
    ),
    "example_not_rounded": (
        "HC213",
        "按示例金额“{found}”算出的手续费除不尽，没有写怎么取整；请换一个金额，或加 rounding。",
        "The fee of the example “{found}” leaves a fraction of the smallest unit, and no rounding "
        "is given; choose another amount or add rounding.",
    ),
    "ends_before_start": (
        "HC213",
        "结束“{found}”早于开始（{start}）。",
        "The end “{found}” comes before the start ({start}).",
    ),
    "method_without_direction": (
        "HC214",
        "支付方式至少要有 deposit 或 withdrawal 之一。",
        "A payment method needs deposit, withdrawal, or both.",
    ),
}
"""Rule, Chinese and English sentence of each problem code."""
