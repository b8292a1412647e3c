export default { enablePullDownRefresh: true };
