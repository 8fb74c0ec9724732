/* What to do with an htmx answer that is not the fragment asked for. */

import { showFault } from "./messages.js";

const LOST = "Chưa kết nối được máy chủ. Kiểm tra mạng rồi thử lại; nội dung đang nhập vẫn còn.";
const BROKEN = "Máy chủ gặp lỗi, thao tác chưa được ghi. Hãy thử lại; nếu vẫn lỗi, báo quản trị hệ thống.";
const REFUSED = "Không thực hiện được thao tác này. Tải lại trang rồi thử lại.";

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, shouldSwap } = event.detail;
  // A session that ended answers with the whole sign-in page: go there instead of swapping it into a cell.
  if (xhr.responseURL && new URL(xhr.responseURL).pathname === "/dang-nhap/" && location.pathname !== "/dang-nhap/") {
    event.detail.shouldSwap = false;
    location.assign(xhr.responseURL);
    return;
  }
  // A refusal without a place of its own is a whole error page; only 422 brings back the form it belongs to.
  const isOwnFragment = xhr.status === 422 || xhr.getResponseHeader("HX-Retarget");
  if (shouldSwap && xhr.status >= 400 && !isOwnFragment) {
    event.detail.shouldSwap = false;
    if (xhr.status !== 423) showFault(REFUSED);
  }
});

document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status >= 500) showFault(BROKEN);
});

for (const lost of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(lost, () => showFault(LOST));
}
