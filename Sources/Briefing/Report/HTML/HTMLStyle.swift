/// The style of the page: readable on a desk, a phone and paper, without anything from outside.
enum HTMLStyle {
  static let sheet = """
    :root{--ink:#1c2430;--soft:#5b6572;--line:#d8dde3;--paper:#fff;--shade:#f4f6f8;--accent:#2f6690}
    *{box-sizing:border-box}
    body{margin:0;background:var(--shade);color:var(--ink);line-height:1.5;font-size:16px;
    font-family:"Noto Sans CJK KR","Noto Sans KR","Malgun Gothic","Apple SD Gothic Neo",
    system-ui,"Segoe UI",Roboto,sans-serif;overflow-wrap:break-word;word-break:keep-all}
    main{max-width:60rem;margin:0 auto;padding:0 1.25rem 3rem;background:var(--paper)}
    .marking{background:#1c2430;color:#fff;text-align:center;font-weight:700;letter-spacing:.05em;
    padding:.35rem}
    header{padding:1.25rem 0 1rem;border-bottom:3px solid var(--accent)}
    header p{margin:.2rem 0;color:var(--soft)}
    h1{font-size:1.7rem;line-height:1.25;margin:.1rem 0 .5rem}
    h2{font-size:1.25rem;margin:2.2rem 0 .6rem;padding-bottom:.25rem;
    border-bottom:1px solid var(--line)}
    h3{font-size:1rem;margin:1.4rem 0 .4rem;color:var(--accent)}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:.8rem 0 0}
    dt{color:var(--soft)}dd{margin:0}
    .badge{display:inline-block;border-radius:.3rem;padding:.05rem .5rem;font-size:.8rem;
    font-weight:700;white-space:nowrap;border:1px solid transparent}
    .attention{background:#dcecf7;color:#174a70}.caution{background:#fdf0c2;color:#6b5200}
    .alert{background:#ffdcb8;color:#7d3c00}.serious{background:#f9cfcf;color:#8a1010}
    .open{background:#eceff2;color:#38424e;border-color:#aab3bd}
    .due{background:#fff;color:var(--ink);border-color:var(--line)}
    .level{display:flex;gap:1rem;align-items:baseline;flex-wrap:wrap;padding:.7rem 1rem;
    margin:1rem 0;border-left:6px solid var(--accent);background:var(--shade)}
    .level .badge{font-size:1.15rem;padding:.15rem .8rem}
    .level p{margin:0;flex:1 1 18rem}
    .glance{list-style:none;padding:0;margin:.5rem 0}
    .glance li{padding:.5rem 0;border-bottom:1px solid var(--line)}
    .glance b{display:block;color:var(--soft);font-size:.85rem;font-weight:600}
    ul.findings{padding-left:1.1rem;margin:.3rem 0}
    ul.findings>li{margin:.45rem 0}
    .evidence{color:var(--soft);font-size:.88rem;margin:.15rem 0 0;padding-left:1rem}
    .cite{color:var(--soft);font-size:.8rem}.cite a{color:var(--accent)}
    .charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,24rem),1fr));
    gap:1.2rem;margin:.5rem 0}
    figure{margin:0;border:1px solid var(--line);border-radius:.4rem;padding:.7rem;min-width:0}
    figcaption{font-size:.9rem;font-weight:600;margin-bottom:.4rem}
    figure img{width:100%;max-width:460px;height:auto;display:block}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;width:100%;font-size:.88rem}
    th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid var(--line)}
    th{color:var(--soft);font-weight:600}
    td.number,th.number{text-align:right;white-space:nowrap}
    td.day{white-space:nowrap}
    figure table{margin-top:.5rem}
    footer{margin-top:2.5rem;color:var(--soft);font-size:.85rem}
    @media (max-width:40rem){main{padding:0 .8rem 2rem}h1{font-size:1.35rem}
    dl{grid-template-columns:1fr}dt{margin-top:.4rem}
    table.stack thead{display:none}table.stack tr{display:block;padding:.5rem 0;
    border-bottom:1px solid var(--line)}
    table.stack td{display:block;border:0;padding:.1rem 0}
    table.stack td::before{content:attr(data-label);display:block;color:var(--soft);
    font-size:.78rem}}
    @media print{@page{size:A4;margin:16mm 14mm}body{background:#fff;font-size:10.5pt}
    main{max-width:none;padding:0}.marking.end{display:none}.marking,.badge,.level{-webkit-print-color-adjust:exact;
    print-color-adjust:exact}h2,h3{break-after:avoid}figure,tr,li{break-inside:avoid}
    .charts{grid-template-columns:1fr 1fr}.scroll{overflow:visible}a{color:inherit}}

    """
}
