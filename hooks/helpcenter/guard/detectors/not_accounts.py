"""Limits of an account's text, and what only looks like an account: amounts, files, orders, tasks."""

from __future__ import annotations

import re

END = r"(?![A-Za-z0-9_@-])(?!\.[A-Za-z0-9])"
"""What never stands right behind an account."""
UNIT = re.compile(
    r"\s?(?:[元年月日天个個笔人次份斤株包封周秒分岁点版号楼款集期折%％]|万|亿|小时|[×x]\s?\d|\.\d)"
)
"""What an amount is counted in."""
_PLAIN = r"com|cn|net|org|html?|png|jpe?g|md|js|py|pdf|svg|json"
PLAIN_ENDINGS = re.compile(rf"\.(?:{_PLAIN})$", re.IGNORECASE)
"""How the name of a page, a picture or a site ends, which is no account even behind a messenger."""
ENDINGS = re.compile(rf"\.(?:{_PLAIN}|ya?ml|apk|exe|dmg|zip)$", re.IGNORECASE)
"""The same elsewhere, where settings, programs and archives are no accounts either."""
ORDER = re.compile(r"[A-Z]{1,6}[-_]?\d[\d_-]*")
"""The number of an order or a part: `AB-1024`."""
THING = re.compile(
    r"(?:[订单货]单?号|短信|指令|交易|流水|商品|应用|字段|参数|接口|函数|命令|代码|错误码"
    r"|日志|文件|关键[字词]|金额|验证码|密码|优惠码|邀请码|版本|[本站内]站|文档|账单|设置"
    r"|应用商店|控制台)[^。！？\n]{0,8}\Z"
    r"|\b(?:order|transaction|setting|code|log|file|page|docs?|field)s?\b[^.\n]{0,12}\Z",
    re.IGNORECASE,
)
"""What is looked up elsewhere, and no account."""
WORK = re.compile(
    r"[”\"`*」]{0,2}\s?(?:并|后|来|以便|再|，|,|and|to|then|\s)*(?:导出|下载|查看|打印|保存"
    r"|筛选|export|download|print|save|filter)"
)
"""What is done with a file or a setting."""
