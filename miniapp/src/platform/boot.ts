/** What must happen before the router starts; on WeChat, nothing. */
export {};
